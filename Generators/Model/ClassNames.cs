using Repro.Generators.Common;
using Repro.Generators.Diagnostics;

namespace Repro.Generators.Model;

/// <summary>Gives names their classes: <c>vae-70</c> becomes <c>Vae70</c>. Case is ignored, because classes are also files.</summary>
internal sealed class ClassNames(DiagnosticBag diagnostics)
{
    /// <summary>Names that the generated code itself uses, or declares as members.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "All", "BatchNorm2d", "BatchSize", "Beta1", "Beta2", "Conv2d", "ConvTranspose2d", "DataSettings", "Decode", "Dispose", "Encode", "Epochs",
        "Epsilon", "Experiment", "ExperimentCatalog", "ExperimentRun", "ExperimentSettings", "Forward", "LatentDimension", "LeakyReLU",
        "LearningRate", "Linear", "Loss", "Losses", "LossTerm", "LossTerms", "Model", "Name", "Nn", "Optim", "Optimizer", "Program", "ReLU",
        "Reparameterize", "Repro", "Seed", "Settings", "Shuffle", "Sigmoid", "SpecHash", "System", "Tanh", "Tensor", "Torch", "TorchSharp",
    };

    private readonly Dictionary<string, Entry> owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The class of an entry, or <c>null</c> when it cannot have one, which is reported.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="companions">What is added to its name for further classes that belong to it.</param>
    public string? Claim(Entry entry, params string[] companions)
    {
        if (!entry.HasUsableName)
        {
            return null;
        }

        var identifier = string.Concat(entry.Name.Split('-', '_').Where(part => part.Length > 0).Select(Capitalized));
        string[] classes = [identifier, .. companions.Select(companion => identifier + companion)];
        if (classes.FirstOrDefault(Reserved.Contains) is { } reserved)
        {
            diagnostics.Report(
                Descriptors.UnusableName, entry.NamePlace, entry.Name.Quoted(), entry.What.WithArticle(), $"its class {reserved} would hide a name that the generated code needs");
            return null;
        }

        if (classes.FirstOrDefault(owners.ContainsKey) is { } taken)
        {
            var owner = owners[taken];
            diagnostics.Report(
                Descriptors.CollidingNames, entry.NamePlace, taken, $"{owner.What} '{owner.Name}'", owner.NamePlace.LineFrom(entry.NamePlace));
            return null;
        }

        foreach (var name in classes)
        {
            owners.Add(name, entry);
        }

        return identifier;
    }

    private static string Capitalized(string part) => char.ToUpperInvariant(part[0]) + part.Substring(1);
}
