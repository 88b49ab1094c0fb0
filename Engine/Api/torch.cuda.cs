namespace TorchSharp;

public static partial class torch
{
    /// <summary>Graphics processors, of which the exact engine uses none.</summary>
    public static class cuda
    {
        /// <summary>Always false: this engine computes on the CPU.</summary>
        public static bool is_available() => false;

        /// <summary>Always 0: this engine computes on the CPU.</summary>
        public static int device_count() => 0;

        /// <summary>Does nothing, as in PyTorch where there is no CUDA: no stream is there to be seeded.</summary>
        public static void manual_seed(long seed)
        {
        }

        /// <summary>Does nothing, as in PyTorch where there is no CUDA: no stream is there to be seeded.</summary>
        public static void manual_seed_all(long seed)
        {
        }
    }
}
