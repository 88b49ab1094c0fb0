using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language;

/// <summary>What the value of a key can be.</summary>
internal abstract class ValueType
{
    /// <summary>The type and its range in words, as messages and the documentation state them.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether a value can be a mapping.</summary>
    public virtual bool TakesMapping => false;

    /// <summary>
    /// What an entry has that gives a value itself, and is like another with another value: its own, unless parts are inherited.
    /// </summary>
    public virtual YamlNode Merge(YamlNode own, YamlNode inherited) => own;

    /// <summary>The JSON schema of a value.</summary>
    /// <param name="definitions">Takes the schemas that several values share.</param>
    public abstract JsonObject Schema(SchemaDefinitions definitions);
}

/// <summary>What the value of a key can be, which is read as <typeparamref name="T"/>.</summary>
internal abstract class ValueType<T> : ValueType
{
    /// <summary>Reads a value; <c>false</c> when something is wrong with it, which is reported.</summary>
    public abstract bool TryRead(YamlNode node, ReadContext context, out T value);
}
