using System.CommandLine;
using System.Globalization;
using Repro.Cli.Tracing;
using Repro.Runtime.Tracing;

namespace Repro.Cli.Commands;

/// <summary>Options of <c>repro trace</c> and <c>repro bisect</c>.</summary>
internal static class TraceOptions
{
    public static Option<IReadOnlyList<int>?> Steps() => new("--steps")
    {
        Description = "The steps to record, counted from 1 over the whole run, such as 1,2,10-12. The default is the first.",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (StepNumbers.Parse(text) is { } steps)
            {
                return steps;
            }

            result.AddError(string.Create(
                CultureInfo.InvariantCulture,
                $"--steps is '{text}', and must be numbers from 1, such as 1,2,10-12, at most {StepNumbers.Most} steps."));
            return null;
        },
    };

    public static Option<TracedValues?> At() => new("--at")
    {
        Description = "Store the values of one block of one operation, such as 17.5: repro bisect says which. Needs a single step.",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (text.Split('.') is [var operation, var block] && TryParse(operation, out var number) && TryParse(block, out var part))
            {
                return new TracedValues(false, number, part);
            }

            result.AddError($"--at is '{text}', and must be the number of an operation and that of a block, such as 17.5.");
            return null;
        },
    };

    public static Option<double?> Tolerance() => new("--tolerance")
    {
        Description = "The relative tolerance of values; that of gradients is a hundred times as large. 0 compares every bit. The "
            + "default is 0 between exact engines, otherwise 0.0001.",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var tolerance) && tolerance is >= 0 and < 1)
            {
                return tolerance;
            }

            result.AddError($"--tolerance is '{text}', and must be a number from 0 up to 1, such as 1e-4.");
            return null;
        },
    };

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
