using Repro.Engine.Autograd;
using Repro.Engine.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor in row-major order; itself (on the same memory) if it is already.</summary>
        public Tensor contiguous() => is_contiguous()
            ? alias()
            : Node.Record(nameof(contiguous), Copy.To(this, Layout.RowMajor(Sizes)), [this], _ => g => [g]);

        /// <summary>The values in new memory.</summary>
        public Tensor clone() => Node.Record(
            nameof(clone), Copy.To(this, Layout.IsDense(Sizes, strides) ? strides : Layout.RowMajor(Sizes)), [this], _ => g => [g]);

        /// <summary>Another tensor on the same memory.</summary>
        public Tensor alias() => Node.Record(nameof(alias), Alias(), [this], _ => g => [g]);
    }
}
