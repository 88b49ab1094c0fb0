using Repro.Generators.Common;
using Repro.Generators.Vocabulary.Kinds;

namespace Repro.Generators.Vocabulary.Losses;

/// <summary>A loss of the language. A new one is a record of its own and a line in <see cref="LossCatalog"/>.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Error">Its reconstruction error.</param>
internal abstract record Loss(string Name, ReconstructionError Error)
{
    /// <summary>What a description calls it.</summary>
    public abstract string Noun { get; }

    /// <summary>Everything about it that can change a number, in one line.</summary>
    public abstract string Spec { get; }

    /// <summary>Whether it is made of the mean and the variance of a variational architecture.</summary>
    public virtual bool NeedsVariational => true;

    /// <summary>What it needs in the run class.</summary>
    public virtual EquatableArray<LossMember> Members => default;

    /// <summary>C# statements that return the terms, from <c>Model</c> and <c>images</c>.</summary>
    /// <param name="kind">The kind of the architecture.</param>
    /// <param name="model">The class of the architecture, from the root.</param>
    public abstract EquatableArray<string> Statements(ArchitectureKind kind, string model);

    /// <summary>What follows the name in <see cref="Spec"/> for the reconstruction error, which is nothing for the default.</summary>
    protected string ErrorSpec => ReconstructionErrors.IsDefault(Error) ? "" : $" reconstruction={Error.Spec}";

    /// <summary>Whether it compares what the decoder gives with pixels, which lie between 0 and 1.</summary>
    public virtual bool ComparesPixels => true;
}

/// <summary>A member of the run class that a loss needs.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Declaration">Its C#.</param>
internal sealed record LossMember(string Summary, string Declaration);
