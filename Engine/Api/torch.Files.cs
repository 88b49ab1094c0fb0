namespace TorchSharp;

public static partial class torch
{
    /// <summary>Refused: libtorch's format is not written here.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static void save(Tensor t, string location) => throw new NotSupportedException(
        $"torch.save writes libtorch's format, which the exact engine does not have. Write '{location}' with Tensor.Save (TorchSharp's "
        + "own format).");

    /// <summary>Refused: libtorch's format is not read here.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static Tensor load(string location) => throw new NotSupportedException(
        $"torch.load reads libtorch's format, which the exact engine does not have. Read '{location}' with Tensor.Load, if Tensor.Save "
        + "wrote it.");
}
