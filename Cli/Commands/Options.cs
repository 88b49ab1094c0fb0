using System.CommandLine;
using System.Globalization;
using System.Numerics;
using TorchSharp;

namespace Repro.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<int?> Threads() => Whole<int>("--threads", 1, 1024, "Processor threads to train with; never changes a result.");

    public static Option<int?> Epochs() => Whole<int>(
        "--epochs", 1, 1_000_000, "Train this many epochs instead of those of experiments.yaml. This is then not the locked run.");

    public static Option<long?> Seed() => Whole<long>(
        "--seed", 0, uint.MaxValue, "Train with this seed instead of that of experiments.yaml. This is then not the locked run.");

    public static Option<bool> Fresh() => new("--fresh") { Description = "Start over, even if a stopped run has a checkpoint." };

    public static Option<bool> Wait() => new("--wait") { Description = "Wait while another process runs the same experiment." };

    public static Option<int?> Count(string name, string description) => Whole<int>(name, 1, 1_000_000, description);

    public static Argument<string[]> Names(string description, bool required) => new("name")
    {
        Description = description,
        Arity = required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
    };

    /// <summary>Sets the number of threads, if the user gave one.</summary>
    public static void UseThreads(int? threads)
    {
        if (threads is { } number)
        {
            torch.set_num_threads(number);
        }
    }

    // The ranges are those of experiments.yaml.
    private static Option<T?> Whole<T>(string name, T least, T most, string description)
        where T : struct, IBinaryInteger<T> => new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens is [var token] ? token.Value : "";
                if (T.TryParse(
                    text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                {
                    return number;
                }

                result.AddError(
                    string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}', and must be a whole number from {least} to {most}."));
                return null;
            },
        };
}
