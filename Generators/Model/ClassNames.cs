using System.Text.RegularExpressions;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;

namespace Repro.Generators.Model;

/// <summary>Gives names their classes: <c>vae-70</c> becomes <c>Vae70</c>. Case is ignored, because classes are also files.</summary>
internal sealed class ClassNames(DiagnosticBag diagnostics)
{
    /// <summary>Names that the generated code itself uses, declares as members, or has of every object.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "AdaptiveAvgPool2d", "All", "Alpha", "Amsgrad", "AvgPool2d", "BatchNorm1d", "BatchNorm2d", "BatchSize", "Beta1", "Beta2",
        "Centered", "Conv2d", "ConvTranspose2d", "Dampening", "DataSettings", "Decode", "Dispose", "DivergenceWeight", "DrawPrior",
        "Dropout", "ELU", "Encode", "Epoch", "Epochs", "Epsilon", "Equals", "Experiment", "ExperimentCatalog", "ExperimentRun",
        "ExperimentSettings", "Finalize", "Flatten", "Forward", "GELU", "Generator", "GetHashCode", "GetType", "GroupNorm", "Identity",
        "ImageErrors", "ImportanceSamples", "LatentDensity", "LatentDimension", "LayerNorm", "LeakyReLU", "LearningRate",
        "LearningRateSchedule", "Linear", "Loss", "Losses", "LossTerm", "LossTerms", "LossWeight", "MaxGradientNorm", "MaxPool2d",
        "MemberwiseClone", "Model", "Momentum", "Name", "Nesterov", "NetworkDescription", "Nn", "OnCreated", "OnDecoded", "OnEncoded", "Optim",
        "Optimizer", "Parameter", "Program", "PseudoInputs", "ReconstructionWeight", "ReferenceEquals", "ReLU", "Reparameterize", "Repro", "Schedule",
        "Seed", "Settings", "Shuffle", "Sigmoid", "SiLU", "Softmax", "Softplus", "SpecHash", "System", "Tanh", "Tensor", "Torch",
        "TorchSharp", "ToString", "Unflatten", "Upsample", "UpsampleMode", "ValidationSize", "WeightDecay",
    };

    /// <summary>Like the classes of an architecture's blocks.</summary>
    private static readonly Regex OfBlocks = new("^(Encoder|Decoder)[0-9]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

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
        if (classes.FirstOrDefault(name => Reserved.Contains(name) || OfBlocks.IsMatch(name)) is { } reserved)
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
