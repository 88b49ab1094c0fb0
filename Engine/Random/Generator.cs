using System.Security.Cryptography;
using Repro.Engine.Kernels.Functions;
using Repro.Engine.Random;
using Repro.Engine.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the default generator and returns it.</summary>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>The seed that the default generator started from.</summary>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>Seeds the default generator by chance and returns the seed.</summary>
    public static long seed() => Generator.Default.seed();

    /// <summary>The state of the default generator, as <see cref="Generator.get_state"/> writes it.</summary>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>Takes the default generator back to a state that <see cref="get_rng_state"/> gave.</summary>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>A stream of random numbers: PyTorch's on the CPU (rule 6).</summary>
    public class Generator : IDisposable
    {
        private const int BytesOfState = sizeof(ulong) + sizeof(int) + sizeof(bool) + sizeof(double) + (
            MersenneTwister.Words * sizeof(uint));
        private readonly Lock gate = new();
        private readonly MersenneTwister twister;
        private ulong firstSeed;
        private double? spareNormal;

        /// <summary>A stream that starts from a seed.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            Device.RequireCpu(device);
            twister = new MersenneTwister(seed);
            firstSeed = seed;
            this.device = CPU;
        }

        /// <summary>The generator that operations draw from when they are given none.</summary>
        public static Generator Default { get; } = new(67280421310721);

        /// <summary>Where the generator draws: the CPU.</summary>
        public Device device { get; private set; }

        /// <summary>Starts the stream anew from a seed; its low 32 bits count.</summary>
        public Generator manual_seed(long seed)
        {
            lock (gate)
            {
                firstSeed = (ulong)seed;
                twister.Seed(firstSeed);
                spareNormal = null;
            }

            return this;
        }

        /// <summary>
        /// Starts the stream anew from a seed that is chosen by chance, and returns it: <see cref="manual_seed"/> of it gives the same
        /// stream again.
        /// </summary>
        public long seed()
        {
            var chosen = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) >>> 11;
            manual_seed(chosen);
            return chosen;
        }

        /// <summary>The seed the stream started from.</summary>
        public long initial_seed() => (long)firstSeed;

        /// <summary>The whole state, as bytes: seed, position, spare normal, 624 words.</summary>
        public Tensor get_state()
        {
            var (words, index) = twister.Save();
            using var stream = new MemoryStream();
            using var writer = new BinaryWriter(stream);
            writer.Write(firstSeed);
            writer.Write(index);
            writer.Write(spareNormal is not null);
            writer.Write(spareNormal ?? 0);
            foreach (var word in words)
            {
                writer.Write(word);
            }

            return Filled.From<byte>(stream.ToArray());
        }

        /// <summary>Goes back to a state that <see cref="get_state"/> gave.</summary>
        /// <exception cref="ArgumentException">The bytes are no such state; the generator stays as it is.</exception>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.dtype != ScalarType.Byte || value.NumberOfElements != BytesOfState)
            {
                throw new ArgumentException(
                    $"set_state: {value.dtype} of shape {Layout.Text(value.Sizes)} is no state of a generator; get_state gives "
                    + $"{BytesOfState} bytes.", nameof(value));
            }

            using var reader = new BinaryReader(new MemoryStream(value.data<byte>().ToArray()));
            var first = reader.ReadUInt64();
            var index = reader.ReadInt32();
            var hasSpare = reader.ReadBoolean();
            var spare = reader.ReadDouble();
            var words = new uint[MersenneTwister.Words];
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = reader.ReadUInt32();
            }

            if (index is < 0 or > MersenneTwister.Words)
            {
                throw new ArgumentException(
                    $"set_state: the bytes are no state of a generator: {index} is outside its {MersenneTwister.Words} words.",
                    nameof(value));
            }

            lock (gate)
            {
                firstSeed = first;
                spareNormal = hasSpare ? spare : null;
                twister.Restore(words, index);
            }
        }

        /// <summary>Does nothing: a generator holds no native memory here.</summary>
        public void Dispose() => GC.SuppressFinalize(this);

        /// <summary>Runs a draw alone on the generator.</summary>
        internal void Draw(Action<Generator> draw)
        {
            lock (gate)
            {
                draw(this);
            }
        }

        internal uint Next32() => twister.Next();

        internal ulong Next64()
        {
            var high = twister.Next();
            return ((ulong)high << 32) | twister.Next();
        }

        /// <summary>Uniform in [0, 1), with 24 bits.</summary>
        internal float NextSingle() => (Next32() & ((1 << 24) - 1)) * (1f / (1 << 24));

        /// <summary>Uniform in [0, 1), with 53 bits.</summary>
        internal double NextDouble() => (Next64() & ((1ul << 53) - 1)) * (1.0 / (1ul << 53));

        /// <summary>A standard normal by Box and Muller's transform. It gives two; the second is kept for the next call.</summary>
        internal double NextNormal()
        {
            if (spareNormal is { } spare)
            {
                spareNormal = null;
                return spare;
            }

            var u1 = NextDouble();
            var u2 = NextDouble();
            var radius = Math.Sqrt(-2 * Logarithm.OfOnePlus(-u2));
            var (sin, cos) = Circle.SinCos(2 * Math.PI * u1);
            spareNormal = radius * sin;
            return radius * cos;
        }
    }
}
