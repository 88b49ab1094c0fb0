using System.Collections.Immutable;

namespace Repro.Generators.Language;

/// <summary>A name of the language with its settings: a layer, an optimizer, a loss, a kind of architecture.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Summary">A description in one sentence.</param>
/// <param name="Keys">Its settings.</param>
/// <param name="Create">Creates it from settings without mistakes.</param>
/// <param name="Shorthand">The setting that can be written alone: <c>leaky_relu: 0.2</c> means <c>leaky_relu: { slope: 0.2 }</c>.</param>
/// <param name="Check">Reports settings that do not fit each other. Called only when each is right by itself.</param>
internal sealed record Definition<T>(
    string Name, string Summary, ImmutableArray<Key> Keys, Func<Settings, T> Create, Key? Shorthand = null, Action<Settings>? Check = null)
{
    /// <summary>The members that it can add to generated classes, whose names no class can have.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>How a file writes it, with its required settings.</summary>
    public string Example
    {
        get
        {
            var required = Keys.Where(key => key.IsRequired).Select(key => $"{key.Name}: {key.Example}").ToArray();
            return required.Length == 0 ? Name : $"{Name}: {{ {string.Join(", ", required)} }}";
        }
    }
}
