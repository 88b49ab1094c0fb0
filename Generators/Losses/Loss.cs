using Repro.Generators.Common;

namespace Repro.Generators.Losses;

/// <summary>A loss of the language. A new one is a record of its own and a line in <see cref="LossCatalog"/>.</summary>
/// <param name="Name">Its name in the file.</param>
internal abstract record Loss(string Name)
{
    /// <summary>What a description calls it.</summary>
    public abstract string Noun { get; }

    /// <summary>Whether it is made of the mean and the variance of a variational architecture.</summary>
    public abstract bool NeedsVariational { get; }

    /// <summary>Whether it compares what the decoder gives with pixels, which lie between 0 and 1.</summary>
    public virtual bool ComparesPixels => true;

    /// <summary>C# statements that return the terms, from <c>result</c> of the model for <c>images</c>.</summary>
    public abstract EquatableArray<string> Statements { get; }
}
