using System.Collections.Immutable;

namespace Repro.Generators.Language;

/// <summary>Something that the file names and gives settings: a layer, an optimizer, a loss, a kind of architecture.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Summary">What it is, in one sentence.</param>
/// <param name="Keys">Its settings, each declared.</param>
/// <param name="Create">Makes it of its settings, when nothing is wrong with them.</param>
/// <param name="Shorthand">The setting that may stand alone: <c>leaky_relu: 0.2</c> means <c>leaky_relu: { slope: 0.2 }</c>.</param>
/// <param name="Check">Reports settings that do not fit each other, when nothing else is wrong with them.</param>
internal sealed record Definition<T>(
    string Name, string Summary, ImmutableArray<Key> Keys, Func<Settings, T> Create, Key? Shorthand = null, Action<Settings>? Check = null)
{
    /// <summary>How it stands in a file, with what it must be given.</summary>
    public string Example
    {
        get
        {
            var required = Keys.Where(key => key.IsRequired).Select(key => $"{key.Name}: {key.Example}").ToArray();
            return required.Length == 0 ? Name : $"{Name}: {{ {string.Join(", ", required)} }}";
        }
    }
}
