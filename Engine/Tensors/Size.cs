using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The size of each axis of a tensor.</summary>
    public readonly struct Size : IEnumerable<long>
    {
        private readonly long[]? shape;

        /// <summary>The given sizes.</summary>
        public Size(long[] shape) => this.shape = [.. shape];

        /// <summary>The given sizes.</summary>
        public Size(int[] shape) => this.shape = [.. shape.Select(size => (long)size)];

        /// <summary>The given sizes.</summary>
        public Size(IEnumerable<long> shape) => this.shape = [.. shape];

        /// <summary>One axis.</summary>
        public Size(long size) => shape = [size];

        /// <summary>One axis.</summary>
        public Size(int size) => shape = [size];

        /// <summary>Two axes.</summary>
        public Size((long, long) size)
            : this([size.Item1, size.Item2])
        {
        }

        /// <summary>Two axes.</summary>
        public Size((int, int) size)
            : this([size.Item1, size.Item2])
        {
        }

        /// <summary>Three axes.</summary>
        public Size((long, long, long) size)
            : this([size.Item1, size.Item2, size.Item3])
        {
        }

        /// <summary>Three axes.</summary>
        public Size((int, int, int) size)
            : this([size.Item1, size.Item2, size.Item3])
        {
        }

        /// <summary>Four axes.</summary>
        public Size((long, long, long, long) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4])
        {
        }

        /// <summary>Four axes.</summary>
        public Size((int, int, int, int) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4])
        {
        }

        /// <summary>Five axes.</summary>
        public Size((long, long, long, long, long) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5])
        {
        }

        /// <summary>Five axes.</summary>
        public Size((int, int, int, int, int) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5])
        {
        }

        /// <summary>Six axes.</summary>
        public Size((long, long, long, long, long, long) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6])
        {
        }

        /// <summary>Six axes.</summary>
        public Size((int, int, int, int, int, int) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6])
        {
        }

        /// <summary>The sizes.</summary>
        public long[] Shape => [.. shape ?? []];

        /// <summary>One axis.</summary>
        public static implicit operator Size(long size) => new(size);

        /// <summary>The given sizes.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>Two axes.</summary>
        public static implicit operator Size((long, long) size) => new(size);

        /// <summary>Three axes.</summary>
        public static implicit operator Size((long, long, long) size) => new(size);

        /// <summary>Four axes.</summary>
        public static implicit operator Size((long, long, long, long) size) => new(size);

        /// <summary>Five axes.</summary>
        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        /// <summary>Six axes.</summary>
        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        /// <summary>Enumerates the sizes.</summary>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
