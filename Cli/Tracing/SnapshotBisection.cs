using System.Globalization;
using Repro.Cli.Context;
using Repro.Cli.Progress;
using Repro.Cli.Runs;
using Repro.Runtime;
using Repro.Runtime.Captures;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;
using Spectre.Console;

namespace Repro.Cli.Tracing;

/// <summary>Finds the first epoch in which a run diverges from its snapshot, and prints the command that finds the operation.</summary>
internal static class SnapshotBisection
{
    public static int Run(CliContext context, Experiment experiment)
    {
        var snapshot = context.Snapshots.TryRead(experiment.Name)
            ?? throw new ReproException($"{experiment.Name} has no snapshot to compare with. Give two traces, or lock it with: repro "
                + $"run {experiment.Name}, then: repro accept {experiment.Name}");
        using var loaded = LoadedData.Load(context, [experiment]);
        var data = loaded.Of(experiment);
        context.ShowEngine();
        using var parted = CancellationTokenSource.CreateLinkedTokenSource(context.Stop);
        var watch = new Watch(snapshot, parted);
        var difference = ProgressView.Show(context, experiment.Name, experiment.Settings.Epochs, "Nothing was changed.", progress =>
        {
            watch.Progress = progress;
            try
            {
                Trainer.Train(experiment, data, watch, parted.Token);
            }
            catch (OperationCanceledException) when (watch.Difference is not null && !context.Stop.IsCancellationRequested)
            {
                // One difference is enough.
            }

            return watch.Difference;
        });
        if (difference is null)
        {
            context.Out.WriteLine($"{experiment.Name} is the same as its snapshot in every epoch.");
            return ExitCode.Done;
        }

        foreach (var line in Lines(experiment, difference, snapshot, experiment.Settings.StepsPerEpoch(data.Count)))
        {
            context.Out.WriteLine(line);
        }

        return ExitCode.Failed;
    }

    private static IEnumerable<string> Lines(Experiment experiment, EpochResult now, Snapshot snapshot, int perEpoch)
    {
        var name = experiment.Name;
        var was = snapshot.Epochs.ElementAtOrDefault(now.Epoch - 1);
        var (first, last) = (((now.Epoch - 1) * perEpoch) + 1, now.Epoch * perEpoch);
        last = Math.Min(last, first + StepNumbers.Most - 1);
        var steps = first == last ? Text(first) : $"{Text(first)}-{Text(last)}";
        var before = now.Epoch == 1 ? "" : "; before that every step's loss is the same, bit for bit";
        yield return $"{name} parts from its snapshot in epoch {Text(now.Epoch)}, {(first == last ? "step" : "one of the steps")} "
            + $"{steps}{before}.";
        foreach (var value in now.Values)
        {
            var old = was?.Values.FirstOrDefault(other => other.Name == value.Name);
            yield return $"  {value.Name} "
                + $"{Text(value)}{(old is null ? "" : old.Value.Equals(value.Value) ? ", as in the snapshot" : $" was {Text(old)}")}";
        }

        yield return "A snapshot holds no operations. For the first that differs, compare with a commit from which its numbers still "
            + "come out:";
        yield return $"  repro bisect {name} --against REVISION --steps {steps}";
        yield return "or go to the machine that locked it, and there:";
        yield return $"  repro trace {name} --steps {steps} --output {name}.trace";
        yield return "then bring the file here:";
        yield return $"  repro bisect {name}.trace";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(TermValue value) => $"{FloatText.Decimal(value.Value)} ({FloatText.Bits(value.Value)})";

    /// <summary>Stops a training at the first epoch that differs from the snapshot.</summary>
    private sealed class Watch(Snapshot snapshot, CancellationTokenSource parted) : ITrainingObserver
    {
        public ITrainingObserver? Progress { get; set; }

        public EpochResult? Difference { get; private set; }

        public void EpochEnded(EpochResult epoch)
        {
            Progress?.EpochEnded(epoch);
            if (Difference is null && !IsSame(snapshot.Epochs.ElementAtOrDefault(epoch.Epoch - 1), epoch))
            {
                Difference = epoch;
                parted.Cancel();
            }
        }

        public void Captured(Capture capture) => Progress?.Captured(capture);

        private static bool IsSame(EpochResult? was, EpochResult now) => was?.RunningHash == now.RunningHash
            && was.Values.Select(value => (value.Name, BitConverter.SingleToUInt32Bits(value.Value)))
                .SequenceEqual(now.Values.Select(value => (value.Name, BitConverter.SingleToUInt32Bits(value.Value))));
    }
}
