namespace Repro.Generators.Vocabulary;

/// <summary>
/// What generated code calls the types of others. Each name begins at the root, since a class, an alias or a namespace of the user's may
/// have any shorter one.
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
