namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Settings of the libraries that PyTorch computes with. The exact engine uses none: it keeps what is set, and nothing depends on it.
    /// </summary>
    public static class backends
    {
        /// <summary>Settings of cuDNN.</summary>
        public static class cudnn
        {
            /// <summary>Whether convolutions may round to 10 bits on a GPU; here they never do.</summary>
            public static bool allow_tf32 { get; set; } = true;
        }

        /// <summary>Settings of CUDA.</summary>
        public static class cuda
        {
            /// <summary>Settings of matrix products.</summary>
            public static class matmul
            {
                /// <summary>Whether products may round to 10 bits on a GPU; here they never do.</summary>
                public static bool allow_tf32 { get; set; }

                /// <summary>Whether products of binary16 may be summed in binary16 on a GPU; here there are none.</summary>
                public static bool allow_fp16_reduced_precision_reduction { get; set; } = true;
            }
        }
    }
}
