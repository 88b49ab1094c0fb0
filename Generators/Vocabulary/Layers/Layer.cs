using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>A layer as the file gives it. A new layer is a record of its own and a line in <see cref="LayerCatalog"/>.</summary>
/// <param name="Name">Its name in the file.</param>
internal abstract record Layer(string Name) : Part(Name)
{
    /// <summary>What a description calls it.</summary>
    public abstract string Noun { get; }

    /// <summary>
    /// Everything about it that can change a number, in one line. What was added to the language later is left out when it is the default.
    /// </summary>
    public abstract string Spec { get; }

    /// <summary>Whether it has weights that mix its inputs, rather than following a layer that has.</summary>
    public virtual bool IsStage => false;

    /// <summary>What a description adds after the shapes.</summary>
    public virtual string Details => "";

    /// <summary>Whether it adds a learned number to each channel or feature of its output.</summary>
    public virtual bool HasBias => false;

    /// <summary>Whether it subtracts the mean of each channel or feature, and so what a bias before it added.</summary>
    public virtual bool RemovesBias => false;

    /// <summary>What is known of its output.</summary>
    public virtual OutputRange Range => OutputRange.Unbounded;

    /// <summary>The class of TorchSharp.Modules that it is for an input, or <c>null</c> when it is a function.</summary>
    public abstract string? Module(Shape input);

    /// <summary>The shape that it gives for an input, or why that does not fit.</summary>
    public abstract ShapeResult Infer(Shape input);

    /// <summary>The number of values of its largest parameter.</summary>
    public virtual long Weights(Shape input) => 0;

    /// <summary>The number of values that are trained, all parameters together.</summary>
    public virtual long Parameters(Shape input) => 0;

    /// <summary>C# that constructs the module.</summary>
    public abstract string Create(Shape input);

    /// <summary>C# that applies the module of a field to a variable.</summary>
    public virtual string Apply(string field, string variable, Shape input) => $"{field}.call({variable})";
}
