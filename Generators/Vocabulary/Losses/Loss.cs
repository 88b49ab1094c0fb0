using Repro.Generators.Common;
using Repro.Generators.Vocabulary.Kinds;

namespace Repro.Generators.Vocabulary.Losses;

/// <summary>A loss of the language. A new loss is one record and one line in <see cref="LossCatalog"/>.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Error">Its reconstruction error.</param>
internal abstract record Loss(string Name, ReconstructionError Error)
{
    /// <summary>Its name in descriptions.</summary>
    public abstract string Noun { get; }

    /// <summary>Everything about it that can change a result, in one line.</summary>
    public abstract string Spec { get; }

    /// <summary>Whether it uses the mean and variance of a variational architecture.</summary>
    public virtual bool NeedsVariational => true;

    /// <summary>The members that it adds to the run class.</summary>
    public virtual EquatableArray<LossMember> Members => default;

    /// <summary>C# statements that return the terms, from <c>Model</c> and <c>images</c>.</summary>
    /// <param name="kind">The kind of the architecture.</param>
    /// <param name="model">The full name of the architecture's class.</param>
    public abstract EquatableArray<string> Statements(ArchitectureKind kind, string model);

    /// <summary>The reconstruction error in <see cref="Spec"/>; empty for the default.</summary>
    protected string ErrorSpec => ReconstructionErrors.IsDefault(Error) ? "" : $" reconstruction={Error.Spec}";

    /// <summary>Whether it compares the decoder's output with pixels, which are between 0 and 1.</summary>
    public virtual bool ComparesPixels => true;
}

/// <summary>A member that a loss adds to the run class.</summary>
/// <param name="Summary">Its description.</param>
/// <param name="Declaration">Its C#.</param>
internal sealed record LossMember(string Summary, string Declaration);
