using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Row-major operands for kernels that want them.</summary>
internal static class RowMajor
{
    /// <summary>The tensor itself if it is row-major, or a copy that is; nothing is recorded.</summary>
    public static Tensor Of(Tensor x) => x.is_contiguous() ? x : Copy.To(x, Layout.RowMajor(x.Sizes));
}
