using System.CommandLine;
using System.Globalization;
using Repro.Runtime;
using Repro.Runtime.Tracing;
using Spectre.Console;

namespace Repro.Cli.Tracing;

/// <summary><c>repro bisect</c>: finds where two runs part.</summary>
internal static class BisectCommand
{
    /// <summary>Between engines that round differently; <c>docs/trace.md</c> says why so much.</summary>
    private const double EngineTolerance = 1e-4;

    /// <summary>What messages call the run that is made for the comparison.</summary>
    public const string Here = "here";

    public static Command Create(CliContext context)
    {
        var what = new Argument<string[]>("trace")
        {
            Description = "Two traces to compare; or one, to compare with a run here; or an experiment, to compare with its snapshot.",
            Arity = new ArgumentArity(1, 2),
        };
        var (tolerance, threads) = (TraceOptions.Tolerance(), Options.Threads());
        var command = new Command("bisect", "Find the first operation, and the line of experiments.yaml, at which two runs part.") { what, tolerance, threads };
        command.SetAction(parsed =>
        {
            Options.UseThreads(parsed.GetValue(threads));
            var given = parsed.GetRequiredValue(what);
            return given switch
            {
                [var first, var second] => Compare(context, TraceReader.Read(first), first, TraceReader.Read(second), second, parsed.GetValue(tolerance)),
                [var file] when File.Exists(file) => Rerun(context, file, parsed.GetValue(tolerance)),
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
        using var data = LoadedData.Load(context.Root, [experiment]);
        context.ShowEngine();
        var (here, failure) = TracedRun.Run(context, experiment, data.Of(experiment), header.Steps, header.Values, "Nothing was compared.");
        if (failure is not null)
        {
            context.Out.WriteLine($"Here the run failed: {failure.Message}");
        }

        return Compare(context, given, file, here, Here, tolerance);
    }

    private static int Compare(CliContext context, Trace first, string firstName, Trace second, string secondName, double? tolerance)
    {
        var steps = TraceComparison.CommonSteps(first, second);
        if (steps.Count == 0)
        {
            throw new ReproException($"The traces have no step in common: {firstName} has {Steps(first)}, {secondName} has {Steps(second)}.");
        }

        var text = new DifferenceText(TryRoot(context), first, firstName, second, secondName);
        foreach (var line in text.Headers())
        {
            context.Out.WriteLine(line);
        }

        var least = tolerance ?? (first.Header.IsExact && second.Header.IsExact ? 0 : EngineTolerance);
        var difference = least > 0 ? TraceComparison.Compare(first, second, least) : TraceComparison.Compare(first, second);
        if (difference is null)
        {
            context.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"The steps {StepNumbers.Text(steps)} are {(least > 0 ? $"the same within a tolerance of {least}" : "the same, bit for bit")}."));
            return ExitCode.Done;
        }

        foreach (var line in text.Lines(difference))
        {
            context.Out.WriteLine(line);
        }

        return ExitCode.Failed;
    }

    /// <summary>The folder of <c>experiments.yaml</c>, if there is one: two traces can be compared anywhere.</summary>
    private static string? TryRoot(CliContext context)
    {
        try
        {
            return context.Root;
        }
        catch (ReproException)
        {
            return null;
        }
    }

    private static string Steps(Trace trace) => trace.Steps.Count == 0 ? "none" : StepNumbers.Text([.. trace.Steps.Select(step => step.Step)]);
}
