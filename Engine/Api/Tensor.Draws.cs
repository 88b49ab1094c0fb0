using Repro.Engine.Random;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Draws every element from a normal distribution.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            Draws.Normal(this, mean, std, generator);
            return this;
        }

        /// <summary>Draws every element uniformly from [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            Draws.Uniform(this, from, to, generator);
            return this;
        }
    }
}
