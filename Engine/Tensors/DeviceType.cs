namespace TorchSharp;

/// <summary>Kinds of devices, with libtorch's numbers. This engine computes on <see cref="CPU"/>.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>An NVIDIA GPU.</summary>
    CUDA = 1,

    /// <summary>An Apple GPU.</summary>
    MPS = 13,

    /// <summary>No memory behind the tensors.</summary>
    META = 14,
}
