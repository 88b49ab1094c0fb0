using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>A layer of the file. A new layer is one record and one line in <see cref="LayerCatalog"/>.</summary>
/// <param name="Name">Its name in the file.</param>
internal abstract record Layer(string Name) : Part(Name)
{
    /// <summary>Its name in descriptions.</summary>
    public abstract string Noun { get; }

    /// <summary>
    /// Everything about it that can change a result, in one line. Settings that the language got later are left out at their defaults.
    /// </summary>
    public abstract string Spec { get; }

    /// <summary>Whether it has weights that mix its inputs. Other layers follow such a layer in a description.</summary>
    public virtual bool IsStage => false;

    /// <summary>The details in descriptions, after the shapes.</summary>
    public virtual string Details => "";

    /// <summary>Whether it adds a learned number to each channel or feature of its output.</summary>
    public virtual bool HasBias => false;

    /// <summary>Whether it subtracts the mean of each channel or feature, which cancels a bias before it.</summary>
    public virtual bool RemovesBias => false;

    /// <summary>The range of its output.</summary>
    public virtual OutputRange Range => OutputRange.Unbounded;

    /// <summary>Its class in TorchSharp.Modules for an input; <c>null</c> when it is a function.</summary>
    public abstract string? Module(Shape input);

    /// <summary>The output shape for an input, or why the input does not fit.</summary>
    public abstract ShapeResult Infer(Shape input);

    /// <summary>The number of values in its largest parameter.</summary>
    public virtual long Weights(Shape input) => 0;

    /// <summary>The number of trained values in all its parameters.</summary>
    public virtual long Parameters(Shape input) => 0;

    /// <summary>C# that constructs the module.</summary>
    public abstract string Create(Shape input);

    /// <summary>C# that applies the module of a field to a variable.</summary>
    public virtual string Apply(string field, string variable, Shape input) => $"{field}.call({variable})";
}
