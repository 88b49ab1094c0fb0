namespace TorchSharp;

public static partial class torch
{
    /// <summary>GPUs. The exact engine uses none.</summary>
    public static class cuda
    {
        /// <summary>Always false: this engine computes on the CPU.</summary>
        public static bool is_available() => false;

        /// <summary>Always 0: this engine computes on the CPU.</summary>
        public static int device_count() => 0;

        /// <summary>Does nothing, as PyTorch does without CUDA: no generator is there to seed.</summary>
        public static void manual_seed(long seed)
        {
        }

        /// <summary>Does nothing, as PyTorch does without CUDA: no generator is there to seed.</summary>
        public static void manual_seed_all(long seed)
        {
        }
    }
}
