namespace TorchSharp;

/// <summary>Tensors and the operations on them, with the names and signatures of TorchSharp.</summary>
public static partial class torch
{
    /// <summary>Neural networks: modules, functions, initialisation.</summary>
    public static partial class nn
    {
        /// <summary>Functions behind the modules.</summary>
        public static partial class functional
        {
        }

        /// <summary>Ways to fill parameters at first.</summary>
        public static partial class init
        {
        }
    }

    /// <summary>Optimizers.</summary>
    public static partial class optim
    {
    }
}
