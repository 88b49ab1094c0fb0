using static TorchSharp.torch;

namespace Repro.Engine.Modules;

/// <summary>Clears gradients before a step.</summary>
internal static class Gradients
{
    public static void Clear(Tensor parameter, bool toNone)
    {
        if (toNone)
        {
            parameter.Gradient = null;
        }
        else
        {
            parameter.Gradient?.zero_();
        }
    }
}
