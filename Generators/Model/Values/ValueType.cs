using Microsoft.CodeAnalysis;
using Repro.Generators.Diagnostics;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model.Values;

/// <summary>What the value of a key can be.</summary>
internal abstract class ValueType<T>
{
    /// <summary>The type and its range in words, as messages and the documentation state them.</summary>
    public abstract string Expected { get; }

    /// <summary>Reads a value; <c>null</c> is the success, otherwise what is wrong with it.</summary>
    public abstract Problem? Read(YamlNode node, out T value);

    protected static Problem WrongType(YamlNode node) => new(Descriptors.WrongType, node);

    protected static Problem OutOfRange(YamlNode node) => new(Descriptors.OutOfRange, node);
}

/// <summary>The part of a value that is wrong, and in which way.</summary>
internal sealed record Problem(DiagnosticDescriptor Descriptor, YamlNode Node);
