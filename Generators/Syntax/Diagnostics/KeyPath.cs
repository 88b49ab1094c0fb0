using Repro.Generators.Common;

namespace Repro.Generators.Syntax.Diagnostics;

/// <summary>
/// The keys that lead to a value of a document: <c>experiments.vae-70.optimizer.adam.beta1</c>. Items of a list count from 1.
/// </summary>
internal sealed record KeyPath(KeyPath? Parent, string Name)
{
    public KeyPath Then(string name) => new(this, name);

    /// <summary>The path of the same value in an entry that inherits it: the target replaces as many keys as it has.</summary>
    public KeyPath MovedTo(KeyPath target) => Length <= target.Length ? target : Parent!.MovedTo(target).Then(Name);

    public override string ToString() => Parent is null ? Name.Shortened() : $"{Parent}.{Name.Shortened()}";

    private int Length => Parent is null ? 1 : Parent.Length + 1;
}
