using System.Globalization;
using Repro.Runtime.Tracing;

namespace Repro.Cli.Tracing;

/// <summary>Describes in words where two runs diverge.</summary>
/// <param name="root">The folder of <c>experiments.yaml</c>, if there is one.</param>
/// <param name="first">One trace.</param>
/// <param name="firstName">What messages call it.</param>
/// <param name="second">The other.</param>
/// <param name="secondName">What messages call it.</param>
internal sealed class DifferenceText(string? root, Trace first, string firstName, Trace second, string secondName)
{
    /// <summary>
    /// The command that compares other steps when it is given <c>--steps</c>; <c>null</c> when each side has to be traced by hand.
    /// </summary>
    public string? Command { get; init; }

    /// <summary>The fields in which the headers of the traces differ, a line each.</summary>
    public IEnumerable<string> Headers()
    {
        var (a, b) = (first.Header, second.Header);
        (string Name, string First, string Second)[] fields =
        [
            ("experiment", a.Experiment, b.Experiment),
            ("spec (what experiments.yaml says)", a.Spec, b.Spec),
            ("data", a.Data, b.Data),
            ("engine", a.Engine, b.Engine),
            ("seed", Text(a.Seed), Text(b.Seed)),
            ("epochs", Text(a.Epochs), Text(b.Epochs)),
        ];
        return fields.Where(field => field.First != field.Second)
            .Select(field => $"They are of another {field.Name}: {Short(field.First)} {In(firstName)}, {Short(field.Second)} "
                + $"{In(secondName)}.");
    }

    /// <summary>Where they diverge, what is known about it, and which command finds out more.</summary>
    public IEnumerable<string> Lines(TraceDifference difference)
    {
        var record = (difference.First ?? difference.Second)!;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"They diverge in step {difference.Step} (epoch {difference.Epoch}), operation {difference.Number}: {What(record)}");
        if (PlaceOf(difference, record) is { } place)
        {
            yield return $"  {place}";
        }

        if (!difference.IsOfSameOperation)
        {
            yield return $"  {firstName} does: {Described(difference.First)}";
            yield return $"  {secondName} does: {Described(difference.Second)}";
            yield return "  From here on the two compute different things: compare the two versions of experiments.yaml and of the code.";
            yield break;
        }

        yield return $"  {Cause(difference)}";
        foreach (var line in difference.Error is { } error ? Apart(difference, error) : Element(difference))
        {
            yield return $"  {line}";
        }
    }

    private static string What(TraceRecord record) => record switch
    {
        { Phase: TracePhase.Weights } => $"{Named(record)} before the step",
        { Phase: TracePhase.Batch } => "the images of the batch",
        { Operation: "layer", Phase: TracePhase.Backward } => $"{record.Layer}, backward, the {record.Of}",
        { Operation: "layer" } => $"the output of {record.Layer}",
        { Phase: TracePhase.Forward } => $"{record.Operation}{Inside(record)}, forward",
        { Phase: TracePhase.Loss } => record.Of == "loss" ? "the loss" : $"the loss's term '{record.Of}'",
        { Phase: TracePhase.Backward } => $"{record.Operation}{Inside(record)}, backward, {record.Of}",
        { Phase: TracePhase.Gradients } => $"the gradient of {Named(record)}",
        { Phase: TracePhase.Clipping } => $"the clipped gradient of {Named(record)}",
        { Operation: "buffer" } => $"{Named(record)} after the step",
        _ => $"{Named(record)} after the optimizer's step",
    };

    private static string Inside(TraceRecord record) => record.Layer.Length == 0 ? " outside of layers" : $" of {record.Layer}";

    private static string Named(TraceRecord record) => record.Layer.Length == 0 ? record.Of : $"{record.Layer}.{record.Of}";

    private static string Described(TraceRecord? record) =>
        record is null ? "nothing more in this step" : $"{What(record)}, {record.Result.Type} {Shape(record.Result.Shape)}";

    private static string Shape(IReadOnlyList<long> shape) =>
        shape.Count == 0 ? "scalar" : string.Join(" × ", shape.Select(size => Text(size)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string In(string name) => name == TracePair.Here ? name : $"in {name}";

    private static string Short(string value) => value.Length == 64 ? value[..16] + "…" : value;

    private string Again =>
        Command is null
            ? $"Trace the steps before on both sides: repro trace {first.Header.Experiment}"
            : $"Compare the steps before: {Command}";

    private string Cause(TraceDifference difference)
    {
        var record = difference.First!;
        var before = first.Steps.TakeWhile(step => step.Step != difference.Step).LastOrDefault();
        return record.Phase switch
        {
            _ when difference.Error is not null && difference.Step > 1 =>
                "Everything before it that both traces have is within the tolerance. "
                + "After the first step engines that round differently drift apart by themselves: only a difference in step 1 is a "
                    + "mistake.",
            _ when difference.Error is not null => "Everything before it that both traces have is within the tolerance.",
            TracePhase.Weights when difference.Step == 1 => "The initial weights differ: another seed, initialization or order of layers.",
            TracePhase.Weights when before?.Step != difference.Step - 1 =>
                $"The runs diverged earlier. {Again} --steps {Earlier(before?.Step ?? 0, difference.Step)}",
            TracePhase.Weights => "Something changed it between the steps.",
            TracePhase.Batch => "Other images, another order of them, or another preparation.",
            _ when record.Inputs.Count == 0 => "Everything before it is the same.",
            _ when difference.DifferentInputs is [] => "Its inputs are the same on both sides: it computes other values from them.",
            _ => $"Of its inputs, {(difference.DifferentInputs.Count == 1 ? "number" : "numbers")} "
                + $"{string.Join(" and ", difference.DifferentInputs.Select(number => Text(number)))} " +
                "differ already, though every recorded operation before gives the same: something changed or made them that is not "
                + "recorded.",
        };
    }

    /// <summary>The steps between the last common one and the one that differs. If there are too many, they are traced in rounds.</summary>
    private static string Earlier(int from, int to) =>
        StepNumbers.Text([.. Enumerable.Range(Math.Max(from + 1, to - 100), to - Math.Max(from + 1, to - 100))]);

    private IEnumerable<string> Element(TraceDifference difference)
    {
        var (a, b) = (difference.First!.Result, difference.Second!.Result);
        if (difference.Block is not { } block)
        {
            yield return "Its result is the same all the same: what differs was rounded away here.";
            yield break;
        }

        yield return $"{a.DifferentBlocks(b)} of {a.Blocks} blocks of {Text(a.BlockSize)} {(a.BlockSize == 1 ? "value" : "values")} "
            + $"differ, of {a.Type} {Shape(a.Shape)}.";
        if (difference.FirstElement() is { } element)
        {
            yield return $"The first value that differs is {Index(element)}:";
            foreach (var line in Values(element))
            {
                yield return line;
            }

            yield break;
        }

        yield return $"The first value that differs is in block {Text(block)}. For it, where {firstName} and {secondName} come from:";
        // Only traces of the same engine number their operations in the same way.
        var values = first.Header.Engine == second.Header.Engine ? $"--at {Text(difference.Number)}.{Text(block)}" : "--values";
        yield return $"  repro trace {first.Header.Experiment} --steps {Text(difference.Step)} {values} --output "
            + $"{Output(difference, block)}";
        yield return "  and compare the two files again.";
    }

    private string Output(TraceDifference difference, int block) =>
        string.Create(CultureInfo.InvariantCulture, $"{first.Header.Experiment}-{difference.Step}-{difference.Number}-{block}.trace");

    private IEnumerable<string> Values(ElementDifference element)
    {
        var width = Math.Max(firstName.Length, secondName.Length);
        yield return $"  {firstName.PadRight(width)}  {element.FirstText}";
        yield return $"  {secondName.PadRight(width)}  {element.SecondText}";
        if (element.Ulps is { } ulps)
        {
            yield return $"  {Text(ulps)} ulp apart";
        }
    }

    private IEnumerable<string> Apart(TraceDifference difference, double error)
    {
        var (a, b) = (difference.First!.Result, difference.Second!.Result);
        yield return string.Create(
            CultureInfo.InvariantCulture, $"Its values are apart by {error:G3} of how large they are, {a.Scale:G6} and {b.Scale:G6} "
                + $"(root mean square), of {a.Type} {Shape(a.Shape)}.");
        if (difference.WidestElement() is { } element)
        {
            yield return $"Of the values that both have, furthest apart is {Index(element)}:";
            foreach (var line in Values(element))
            {
                yield return line;
            }
        }
    }

    private static string Index(ElementDifference element) => $"[{string.Join(", ", element.Index.Select(index => Text(index)))}]";

    private string? PlaceOf(TraceDifference difference, TraceRecord record)
    {
        var name = record switch
        {
            { Phase: TracePhase.Update, Operation: "optimizer" } => "optimizer",
            { Layer.Length: > 0 } => record.Layer,
            { Phase: TracePhase.Loss } => "loss",
            { Phase: TracePhase.Forward } when IsAfterLayers(difference) => "loss",
            _ => "",
        };
        var places = first.Header.Places.ContainsKey(name) ? first.Header.Places : second.Header.Places;
        return places.TryGetValue(name, out var path) ? ExperimentsFile.Describe(root, path) : null;
    }

    /// <summary>Whether the step calls no more layers: the next operation is the loss.</summary>
    private bool IsAfterLayers(TraceDifference difference) => !first.Steps.First(step => step.Step == difference.Step).Records
        .Skip(difference.Number - 1).Any(record => record is { Phase: TracePhase.Forward, Layer.Length: > 0 });
}
