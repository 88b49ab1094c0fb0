using System.CommandLine;
using System.Globalization;
using Repro.Cli.Context;
using Repro.Cli.Runs;
using Repro.Cli.Tracing;
using Repro.Runtime;
using Repro.Runtime.Files;
using Repro.Runtime.Tracing;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary><c>repro trace</c>: records every operation of some steps of a run, to compare them with the same steps elsewhere.</summary>
internal static class TraceCommand
{
    public static Command Create(CliContext context)
    {
        var name = new Argument<string>("name") { Description = "The experiment." };
        var (steps, values, at) = (
            TraceOptions.Steps(),
            new Option<bool>("--values") { Description = "Store every value, for element-level comparison. The file is large." },
            TraceOptions.At());
        var output = new Option<string?>("--output") { Description = "The file to write; artifacts/NAME.trace by default." };
        var (epochs, seed, threads) = (Options.Epochs(), Options.Seed(), Options.Threads());
        var command = new Command("trace", "Record every operation of some steps of a run. 'repro bisect' compares the records.")
        {
            name, steps, values, at, output, epochs, seed, threads,
        };
        command.SetAction(parsed =>
        {
            var experiment = context.Find([parsed.GetRequiredValue(name)])[0];
            var chosen = parsed.GetValue(steps) ?? [1];
            if (parsed.GetValue(at) is not null && (chosen.Count != 1 || parsed.GetValue(values)))
            {
                throw new MisuseException("--at is for one operation of one step: give --steps a single number, and leave out --values.");
            }

            Options.UseThreads(parsed.GetValue(threads));
            return Execute(
                context,
                experiment.With(parsed.GetValue(epochs), parsed.GetValue(seed)),
                chosen,
                parsed.GetValue(at) ?? new TracedValues(parsed.GetValue(values)),
                parsed.GetValue(output));
        });
        return command;
    }

    private static int Execute(CliContext context, Experiment experiment, IReadOnlyList<int> steps, TracedValues values, string? output)
    {
        var path = output ?? Path.Combine(context.Root, "artifacts", $"{experiment.Name}.trace");
        CreateFolder(path);
        using var data = LoadedData.Load(context, [experiment]);
        context.ShowEngine();
        var (trace, failure) = TraceProgress.Run(context, experiment, data.Of(experiment), steps, values, "Nothing was written.");
        RequireStored(trace, values);
        AtomicFile.Write(path, stream => TraceWriter.Write(stream, trace));
        context.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Wrote '{path}': {trace.Steps.Sum(step => step.Records.Count)} operations of {experiment.Name}, steps "
            + $"{StepNumbers.Text([.. trace.Steps.Select(step => step.Step)])}, {RegularFile.Length(path) / 1024} KiB."));
        return failure is null ? ExitCode.Done : throw failure;
    }

    private static void RequireStored(Trace trace, TracedValues values)
    {
        var records = trace.Steps[0].Records;
        if (values.Operation > 0 && !records.Any(record => record.Result.Stored is not null))
        {
            throw new ReproException(string.Create(
                CultureInfo.InvariantCulture,
                $"There is no block {values.Block} of operation {values.Operation}: step {trace.Steps[0].Step} has {records.Count} "
                + $"operations, of at most 64 blocks. Give --at as repro bisect prints it."));
        }
    }

    private static void CreateFolder(string path)
    {
        try
        {
            Folders.Create(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ReproException($"'{path}' cannot be written: {e.Message}", e);
        }
    }
}
