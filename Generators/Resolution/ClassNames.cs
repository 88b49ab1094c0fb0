using System.Text.RegularExpressions;
using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Losses;
using Repro.Generators.Vocabulary.Optimizers;

namespace Repro.Generators.Resolution;

/// <summary>
/// Makes class names of entry names: <c>vae-70</c> becomes <c>Vae70</c>. Names that differ only in case collide, because classes are also
/// files.
/// </summary>
internal sealed class ClassNames(DiagnosticBag diagnostics)
{
    /// <summary>
    /// The members of generated classes, whose names a class cannot share, and the classes that are always generated.
    /// Optimizers and losses declare their own members. Every other name is free, because generated code names all types from the root.
    /// A test tries every name in generated code.
    /// </summary>
    private static readonly HashSet<string> Taken = new(
        [
            "BatchSize", "Decode", "DrawPrior", "Encode", "Epochs", "ExperimentCatalog", "ExperimentsProgram", "ExperimentsSummary",
            "LatentDimension", "Loss", "MaxGradientNorm", "Model", "Name", "NetworkDescription", "OnCreated", "OnDecoded", "OnEncoded",
            "Optimizer", "PseudoInputs", "Schedule", "Seed", "Settings", "Shuffle", "SpecHash",
            .. OptimizerCatalog.All.SelectMany(optimizer => optimizer.Members),
            .. LossCatalog.All.SelectMany(loss => loss.Members),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The classes of an architecture's blocks.</summary>
    private static readonly Regex OfBlocks = new("^(Encoder|Decoder)[0-9]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly Dictionary<string, Entry> owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The class of an entry; <c>null</c> when it cannot have one, which is reported.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="companions">The suffixes of further classes that belong to it.</param>
    public string? Claim(Entry entry, params string[] companions)
    {
        if (!entry.HasUsableName)
        {
            return null;
        }

        var identifier = string.Concat(entry.Name.Split('-', '_').Where(part => part.Length > 0).Select(Capitalized));
        string[] classes = [identifier, .. companions.Select(companion => identifier + companion)];
        if (classes.FirstOrDefault(name => Taken.Contains(name) || OfBlocks.IsMatch(name)) is { } used)
        {
            diagnostics.Report(
                Descriptors.UnusableName,
                entry.NamePlace,
                entry.Name.Quoted(),
                entry.What.WithArticle(),
                $"its class {used} would have a name that generated code already uses");
            return null;
        }

        if (classes.FirstOrDefault(owners.ContainsKey) is { } taken)
        {
            var owner = owners[taken];
            diagnostics.Report(
                Descriptors.CollidingNames, entry.NamePlace, taken, $"{owner.What} '{owner.Name}'",
                owner.NamePlace.LineFrom(entry.NamePlace));
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
