using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Tensors as parameters and in files of TorchSharp's own format.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>A parameter that takes over the memory of the tensor, which becomes invalid.</summary>
    public static Parameter AsParameter(this torch.Tensor tensor) => new(tensor);
}
