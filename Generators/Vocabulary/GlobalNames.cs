namespace Repro.Generators.Vocabulary;

/// <summary>
/// The names of types that generated code uses. Each starts at the root, because the user's code may declare any shorter name.
/// </summary>
internal static class GlobalNames
{
    public const string Torch = "global::TorchSharp.torch";

    public const string Tensor = Torch + ".Tensor";

    public const string Nn = Torch + ".nn";

    public const string Optim = Torch + ".optim";

    public const string Modules = "global::TorchSharp.Modules";

    public const string PaddingModes = "global::TorchSharp.PaddingModes";

    public const string UpsampleMode = "global::TorchSharp.torch.UpsampleMode";

    public const string Runtime = "global::Repro.Runtime";

    /// <summary>The namespace of generated classes.</summary>
    public const string Generated = "global::Repro.Experiments";
}
