using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Language;

/// <summary>
/// A key of the language. The reader, the JSON schema and the reference tables all use this one declaration. Default and example are
/// written as in the file.
/// </summary>
internal abstract class Key(string name, ValueType type, bool isRequired, string? absent, string summary, string example)
{
    public string Name => name;

    /// <summary>The type of its value.</summary>
    public ValueType Type => type;

    public bool IsRequired => isRequired;

    /// <summary>The value of an absent key; <c>null</c> when the key is required, or has no value when absent.</summary>
    public string? Default => absent;

    /// <summary>Its meaning in one sentence.</summary>
    public string Summary => summary;

    public string Example => example;

    /// <summary>A key that every mapping of its kind must give.</summary>
    public static Key<T> Required<T>(string name, ValueType<T> type, string summary, string example) =>
        new(name, type, isRequired: true, absent: null, summary, example);

    /// <summary>A key with a default.</summary>
    public static Key<T> Optional<T>(string name, ValueType<T> type, string absent, string summary, string example) =>
        new(name, type, isRequired: false, absent, summary, example);

    /// <summary>A key that can be absent and then has no value.</summary>
    public static Key<T> Optional<T>(string name, ValueType<T> type, string summary, string example) =>
        new(name, type, isRequired: false, absent: null, summary, example);

    /// <summary>Reads a value; <c>null</c> after a mistake, which is reported.</summary>
    public abstract Setting? Read(YamlPair given, DiagnosticBag diagnostics);

    /// <summary>The default as a setting of its owner; <c>null</c> without a default.</summary>
    public abstract Setting? Absent(Place owner);
}

/// <summary>A key whose value is read as <typeparamref name="T"/>.</summary>
internal sealed class Key<T>(string name, ValueType<T> type, bool isRequired, string? absent, string summary, string example)
    : Key(name, type, isRequired, absent, summary, example)
{
    private readonly Lazy<T> defaultValue = new(() => ReadText(name, type, absent!));

    public override Setting? Read(YamlPair given, DiagnosticBag diagnostics) =>
        type.TryRead(given.Value, new(type.Expected, diagnostics), out var value)
            ? new Setting<T>(value, given.Value.Place, given.IsInherited)
            : null;

    public override Setting? Absent(Place owner) =>
        Default is null ? null : new Setting<T>(defaultValue.Value, owner, IsInherited: false);

    private static T ReadText(string name, ValueType<T> type, string text)
    {
        var node = YamlComposer.Compose(new(name, text), new())!;
        return type.TryRead(node, new(type.Expected, new()), out var value)
            ? value
            : throw new InvalidOperationException($"'{text}' cannot be the default of '{name}'");
    }
}
