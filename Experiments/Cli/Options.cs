using System.CommandLine;
using System.Globalization;
using TorchSharp;

namespace Repro.Experiments.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<int?> Threads() => Positive("--threads", "Processor threads to train with; never changes a result.");

    public static Option<int?> Epochs() => Positive("--epochs", "Train this many epochs in place of those of experiments.yaml. This is then not the locked run.");

    public static Option<long?> Seed() => new("--seed") { Description = "Train with this seed in place of that of experiments.yaml. This is then not the locked run." };

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

    private static Option<int?> Positive(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number < 1)
            {
                result.AddError($"{name} is {token.Value}, and must be at least 1.");
            }
        });
        return option;
    }
}
