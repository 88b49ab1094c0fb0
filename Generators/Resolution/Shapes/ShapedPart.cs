using Repro.Generators.Vocabulary.Layers;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Resolution.Shapes;

/// <summary>A part of an encoder or a decoder with its shapes.</summary>
/// <param name="Field">Its field.</param>
/// <param name="Text">Its text in the file.</param>
/// <param name="Path">The path of keys to it in the file.</param>
/// <param name="Input">The shape before it.</param>
/// <param name="Output">The shape after it.</param>
internal abstract record ShapedPart(string Field, string Text, string Path, Shape Input, Shape Output)
{
    /// <summary>Its name in the file.</summary>
    public abstract string Name { get; }

    /// <summary>The class of its module; <c>null</c> when it is a function.</summary>
    public abstract string? Module { get; }

    /// <summary>C# that constructs the module.</summary>
    public abstract string Create { get; }

    /// <summary>The range of its output.</summary>
    public abstract OutputRange Range { get; }

    /// <summary>Everything about it that can change a result, in lines.</summary>
    public abstract IEnumerable<string> Spec { get; }

    /// <summary>Its layers, in the order in which their weights are drawn.</summary>
    public abstract IEnumerable<ShapedLayer> Layers { get; }

    /// <summary>The number of its trained values.</summary>
    public long Parameters => Layers.Sum(layer => layer.Layer.Parameters(layer.Input));

    /// <summary>C# that applies it to a variable.</summary>
    public abstract string Apply(string variable);
}
