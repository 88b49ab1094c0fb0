using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>A layer that keeps the shape of any input.</summary>
internal abstract record ElementwiseLayer(string Name) : Layer(Name)
{
    /// <summary>The class of TorchSharp.Modules, whose factory in <c>nn</c> has the same name.</summary>
    protected abstract string Type { get; }

    /// <summary>The arguments of the factory, as C#.</summary>
    protected virtual string Arguments => "";

    public sealed override string Module(Shape input) => Type;

    public sealed override ShapeResult Infer(Shape input) => input;

    public sealed override string Create(Shape input) => $"{GlobalNames.Nn}.{Type}({Arguments})";
}
