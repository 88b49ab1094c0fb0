using TorchSharp;

namespace Repro.Engine.Api;

/// <summary>Options of the official API that this engine does not have.</summary>
internal static class Unsupported
{
    public static void Option(string name, string option, bool given)
    {
        if (given)
        {
            throw new NotSupportedException($"{name}: {option} is not supported by the exact engine; leave it out.");
        }
    }

    public static void Dtype(string name, torch.ScalarType? dtype)
    {
        if (dtype is not (null or torch.ScalarType.Float32))
        {
            throw new NotSupportedException($"{name}: {dtype} is not supported by the exact engine; Float32 is.");
        }
    }
}
