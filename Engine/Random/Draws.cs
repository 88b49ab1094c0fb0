using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Functions;
using Repro.Engine.Kernels.Lanes;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Random;

/// <summary>Fills tensors with random numbers, consuming the stream exactly as PyTorch does on the CPU (rule 6).</summary>
internal static unsafe class Draws
{
    /// <summary>Normals of at least this many elements are made in blocks of 16 from uniforms drawn first.</summary>
    private const int BlockOfNormals = 16;

    public static void Uniform(Tensor x, double from, double to, Generator? generator) => Fill(x, generator, (g, target) =>
    {
        using var pin = target.Pin();
        var count = target.NumberOfElements;
        if (target.dtype == ScalarType.Float32)
        {
            var (low, range) = ((float)from, (float)to - (float)from);
            for (var i = 0L; i < count; i++)
            {
                pin.Floats[i] = Fused.MultiplyAdd(g.NextSingle(), range, low);
            }
        }
        else
        {
            for (var i = 0L; i < count; i++)
            {
                pin.Doubles[i] = (g.NextDouble() * (to - from)) + from;
            }
        }
    });

    public static void Normal(Tensor x, double mean, double std, Generator? generator) => Fill(x, generator, (g, target) =>
    {
        using var pin = target.Pin();
        var count = target.NumberOfElements;
        if (target.dtype == ScalarType.Float32)
        {
            var (m, s) = ((float)mean, (float)std);
            Normals(
                new Span<float>(pin.Floats, checked((int)count)), () =>
                    (float)((g.NextNormal() * s) + m), g.NextSingle, block => Transform(block, m, s));
        }
        else
        {
            Normals(
                new Span<double>(pin.Doubles, checked((int)count)), () =>
                    (g.NextNormal() * std) + mean, g.NextDouble, block => Transform(block, mean, std));
        }
    });

    /// <summary>Integers in [low, high).</summary>
    public static void Integers(Tensor x, long low, long high, Generator? generator) => Fill(x, generator, (g, target) =>
    {
        var range = (ulong)high - (ulong)low;
        using var pin = target.Pin();
        for (var i = 0L; i < target.NumberOfElements; i++)
        {
            var drawn = range >= 1ul << 32 ? g.Next64() % range : g.Next32() % range;
            var value = (long)(drawn + (ulong)low);
            if (target.dtype == ScalarType.Int64)
            {
                pin.Longs[i] = value;
            }
            else
            {
                pin.Floats[i] = value;
            }
        }
    });

    /// <summary>A permutation of 0 … n − 1.</summary>
    public static void Permutation(Tensor x, Generator? generator) => Fill(x, generator, (g, target) =>
    {
        using var pin = target.Pin();
        var n = target.NumberOfElements;
        for (var i = 0L; i < n; i++)
        {
            pin.Longs[i] = i;
        }

        for (var i = 0L; i < n - 1; i++)
        {
            var other = i + (long)(g.Next32() % (ulong)(n - i));
            (pin.Longs[i], pin.Longs[other]) = (pin.Longs[other], pin.Longs[i]);
        }
    });

    /// <summary>Ones with probability p, zeros otherwise.</summary>
    public static void Bernoulli(Tensor x, double p, Generator? generator) => Fill(x, generator, (g, target) =>
    {
        using var pin = target.Pin();
        for (var i = 0L; i < target.NumberOfElements; i++)
        {
            pin.Floats[i] = g.NextDouble() < p ? 1 : 0;
        }
    });

    private static void Fill(Tensor x, Generator? generator, Action<Generator, Tensor> draw)
    {
        if (x.dtype is not (ScalarType.Float32 or ScalarType.Float64 or ScalarType.Int64))
        {
            throw new NotSupportedException($"Random numbers of type {x.dtype} are not supported.");
        }

        x.BeforeInPlace("drawing random numbers");
        using var scope = NewDisposeScope();
        var target = x.is_contiguous() ? x : Tensor.Allocate(x.Sizes, x.dtype);
        (generator ?? Generator.Default).Draw(g => draw(g, target));
        if (!ReferenceEquals(target, x))
        {
            Copy.Into(target, x);
        }

        OperationObserver.TellComputed("random numbers", null, x, []);
    }

    /// <summary>
    /// Draws up to fifteen normals one by one. For more, it draws the uniforms first and transforms them in blocks; a last block that is
    /// not whole is drawn again.
    /// </summary>
    private static void Normals<T>(Span<T> x, Func<T> normal, Func<T> uniform, Transformation<T> transform)
    {
        if (x.Length < BlockOfNormals)
        {
            Draw(x, normal);
            return;
        }

        Draw(x, uniform);
        var i = 0;
        for (; i <= x.Length - BlockOfNormals; i += BlockOfNormals)
        {
            transform(x.Slice(i, BlockOfNormals));
        }

        if (i < x.Length)
        {
            var last = x[^BlockOfNormals..];
            Draw(last, uniform);
            transform(last);
        }
    }

    private static void Draw<T>(Span<T> x, Func<T> next)
    {
        foreach (ref var value in x)
        {
            value = next();
        }
    }

    private static void Transform(Span<float> block, float mean, float std)
    {
        for (var j = 0; j < BlockOfNormals / 2; j++)
        {
            var radius = MathF.Sqrt(-2 * Logarithm.Of(1 - block[j]));
            var theta = (float)(2 * Math.PI * block[j + 8]);
            var (sin, cos) = Circle.SinCos(theta);
            block[j] = (radius * (float)cos * std) + mean;
            block[j + 8] = (radius * (float)sin * std) + mean;
        }
    }

    private static void Transform(Span<double> block, double mean, double std)
    {
        for (var j = 0; j < BlockOfNormals / 2; j++)
        {
            var radius = Math.Sqrt(-2 * Logarithm.Of(1 - block[j]));
            var (sin, cos) = Circle.SinCos(2 * Math.PI * block[j + 8]);
            block[j] = (radius * cos * std) + mean;
            block[j + 8] = (radius * sin * std) + mean;
        }
    }

    /// <summary>Makes a block of uniforms a block of normals.</summary>
    private delegate void Transformation<T>(Span<T> block);
}
