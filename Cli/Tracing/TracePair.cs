using System.Globalization;
using Repro.Cli.Context;
using Repro.Runtime;
using Repro.Runtime.Tracing;
using Spectre.Console;

namespace Repro.Cli.Tracing;

/// <summary>Two traces, and where they diverge.</summary>
internal sealed class TracePair
{
    /// <summary>The name in messages of the run that is made for the comparison.</summary>
    public const string Here = "here";

    /// <summary>Between engines that round differently; <c>docs/trace.md</c> says why so little.</summary>
    private const double EngineTolerance = 1e-4;

    private readonly Trace first;
    private readonly string firstName;
    private readonly Trace second;
    private readonly string secondName;
    private readonly double tolerance;
    private TraceDifference? difference;

    /// <param name="first">One trace.</param>
    /// <param name="firstName">What messages call it.</param>
    /// <param name="second">The other.</param>
    /// <param name="secondName">What messages call it.</param>
    /// <param name="tolerance">How far apart values may be; <c>null</c> for 0 between exact engines, and more otherwise.</param>
    /// <exception cref="ReproException">They have no step in common.</exception>
    public TracePair(Trace first, string firstName, Trace second, string secondName, double? tolerance)
    {
        (this.first, this.firstName, this.second, this.secondName) = (first, firstName, second, secondName);
        if (TraceComparison.CommonSteps(first, second).Count == 0)
        {
            throw new ReproException(
                $"The traces have no step in common: {firstName} has {Steps(first)}, {secondName} has {Steps(second)}.");
        }

        this.tolerance = tolerance ?? (first.Header.IsExact && second.Header.IsExact ? 0 : EngineTolerance);
        difference = Compare(first, second);
    }

    /// <summary>
    /// The step and the values that both traces must store to find the first value that differs; <c>null</c> when that value is known or
    /// cannot be found.
    /// </summary>
    public (int Step, TracedValues Values)? MissingBlock =>
        difference is { Error: null, IsOfSameOperation: true, Block: { } block } && difference.FirstElement() is null
        ? (difference.Step, new TracedValues(false, difference.Number, block))
        : null;

    /// <summary>Takes the values from traces of the same runs that have those of <see cref="MissingBlock"/>.</summary>
    public void Take(Trace firstWithValues, Trace secondWithValues)
    {
        // If the run does not repeat itself, the new traces differ elsewhere. Then the first difference is shown, without values.
        if (Compare(firstWithValues, secondWithValues) is { } again && again.Number == difference!.Number)
        {
            difference = difference with { First = again.First, Second = again.Second };
        }
    }

    /// <summary>Prints where they diverge. The result is the exit code.</summary>
    /// <param name="context">The world outside.</param>
    /// <param name="command">
    /// The command that compares other steps when it is given <c>--steps</c>; <c>null</c> when each side has to be traced by hand.
    /// </param>
    public int Show(CliContext context, string? command = null)
    {
        var text = new DifferenceText(TryRoot(context), first, firstName, second, secondName) { Command = command };
        foreach (var line in text.Headers())
        {
            context.Out.WriteLine(line);
        }

        if (difference is null)
        {
            var steps = TraceComparison.CommonSteps(first, second);
            var which = steps.Count == 1 ? $"Step {StepNumbers.Text(steps)} is" : $"The steps {StepNumbers.Text(steps)} are";
            var how = tolerance > 0
                ? string.Create(CultureInfo.InvariantCulture, $"the same within a tolerance of {tolerance}")
                : "the same, bit for bit";
            context.Out.WriteLine($"{which} {how}.");
            return ExitCode.Done;
        }

        foreach (var line in text.Lines(difference))
        {
            context.Out.WriteLine(line);
        }

        return ExitCode.Failed;
    }

    private TraceDifference? Compare(Trace one, Trace other) =>
        tolerance > 0 ? TraceComparison.Compare(one, other, tolerance) : TraceComparison.Compare(one, other);

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

    private static string Steps(Trace trace) =>
        trace.Steps.Count == 0 ? "none" : StepNumbers.Text([.. trace.Steps.Select(step => step.Step)]);
}
