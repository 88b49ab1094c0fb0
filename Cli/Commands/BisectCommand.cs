using System.CommandLine;
using Repro.Cli.Context;
using Repro.Cli.Runs;
using Repro.Cli.Tracing;
using Repro.Cli.Tracing.Against;
using Repro.Runtime.Files;
using Repro.Runtime.Tracing;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary><c>repro bisect</c>: finds where two runs diverge.</summary>
internal static class BisectCommand
{
    public static Command Create(CliContext context)
    {
        var what = new Argument<string[]>("trace")
        {
            Description = "Two traces: compare them. One: compare it with a run here. An experiment: compare it with its snapshot, or "
                + "with another revision.",
            Arity = new ArgumentArity(1, 2),
        };
        var against = new Option<string?>("--against") { Description = "Compare the experiment with its run in this git revision. The "
            + "revision is built in a temporary folder." };
        var steps = TraceOptions.Steps();
        var (tolerance, threads) = (TraceOptions.Tolerance(), Options.Threads());
        var command = new AnswerCommand("bisect", "Find the first operation, and the line of experiments.yaml, at which two runs diverge.")
        {
            what, against, steps, tolerance, threads,
        };
        command.SetAction(parsed =>
        {
            Options.UseThreads(parsed.GetValue(threads));
            var given = parsed.GetRequiredValue(what);
            if (parsed.GetValue(against) is { } revision)
            {
                return given is [var one]
                    ? RevisionBisection.Run(
                        context,
                        context.Find([one])[0],
                        revision,
                        parsed.GetValue(steps) ?? [1],
                        parsed.GetValue(tolerance),
                        parsed.GetValue(threads))
                    : throw new MisuseException("--against compares one experiment with its run in the revision: name one.");
            }

            if (parsed.GetValue(steps) is not null)
            {
                throw new MisuseException("--steps is for --against: a trace already has its steps.");
            }

            return given switch
            {
                [var first, var second] =>
                    new TracePair(
                        TraceReader.Read(first), first, TraceReader.Read(second), second, parsed.GetValue(tolerance)).Show(context),
                [var file] when RegularFile.Exists(file) => Rerun(context, file, parsed.GetValue(tolerance)),
                [var name] when name.EndsWith(".trace", StringComparison.Ordinal) || name.Contains('/', StringComparison.Ordinal) =>
                    throw new MisuseException($"There is no file '{name}'. 'repro trace' makes one."),
                _ => SnapshotBisection.Run(context, context.Find(given)[0]),
            };
        });
        return command;
    }

    private static int Rerun(CliContext context, string file, double? tolerance)
    {
        var given = TraceReader.Read(file);
        var header = given.Header;
        var experiment = context.Find([header.Experiment])[0].With(header.Epochs, header.Seed);
        using var data = LoadedData.Load(context, [experiment]);
        context.ShowEngine();
        var (here, failure) = TraceProgress.Run(
            context, experiment, data.Of(experiment), header.Steps, header.Values, "Nothing was compared.");
        if (failure is not null)
        {
            context.Out.WriteLine($"Here the run failed: {failure.Message}");
        }

        return new TracePair(given, file, here, TracePair.Here, tolerance).Show(context);
    }
}
