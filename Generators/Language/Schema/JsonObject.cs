using System.Collections;

namespace Repro.Generators.Language.Schema;

/// <summary>
/// A JSON object. Its properties keep the order in which they were added. A value is a string, a long, a decimal, a bool,
/// <see cref="RawJson"/>, an object or a sequence of such values.
/// </summary>
internal sealed class JsonObject : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> properties = [];

    public void Add(string name, object value) => properties.Add(new(name, value));

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
