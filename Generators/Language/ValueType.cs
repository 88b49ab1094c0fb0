using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language;

/// <summary>The type of a key's value.</summary>
internal abstract class ValueType
{
    /// <summary>The type and its range in words, for messages and the documentation.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether a value can be a mapping.</summary>
    public virtual bool TakesMapping => false;

    /// <summary>Merges an entry's own value with the one that it inherits. The own value wins, unless the type inherits parts.</summary>
    public virtual YamlNode Merge(YamlNode own, YamlNode inherited) => own;

    /// <summary>The JSON schema of a value.</summary>
    /// <param name="definitions">Collects the schemas that several values share.</param>
    public abstract JsonObject Schema(SchemaDefinitions definitions);
}

/// <summary>The type of a key's value, read as <typeparamref name="T"/>.</summary>
internal abstract class ValueType<T> : ValueType
{
    /// <summary>Reads a value; <c>false</c> after a mistake, which is reported.</summary>
    public abstract bool TryRead(YamlNode node, ReadContext context, out T value);
}
