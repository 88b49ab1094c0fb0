using System.Numerics;
using Repro.Engine.Kernels;
using Repro.Engine.Kernels.Lanes;
using Repro.Engine.Memory;
using Repro.Engine.Tensors;
using Repro.Engine.Threading;

namespace Repro.Engine.Convolution;

/// <summary>
/// <see cref="PixelProduct"/> for a few output channels, which would leave most of a panel empty: here vectors run along a row of pixels.
/// The order within an output is the same (rule 2).
/// </summary>
internal static unsafe class NarrowProduct
{
    private const int MostOutputChannels = 4;
    private const int FewestInputChannels = 16;

    /// <summary>
    /// Pixels of a row computed at once. Rows of the copied image have that much padding, so that a read may pass the end.
    /// </summary>
    private static readonly int PixelsAtOnce = 2 * Vector<float>.Count;

    public static bool Fits(IReadOnlyList<PixelMap> maps, int inputChannels, int outputChannels) =>
        outputChannels <= MostOutputChannels
            && inputChannels >= FewestInputChannels
            && maps.All(map => map.ColumnScale == 1 && map.Taps.Length > 0);

    /// <summary>Computes all maps of a convolution; its taps and its weights are those of every map, one after the other.</summary>
    public static void Run(
        IReadOnlyList<PixelMap> maps, int count, PixelProduct.Images input, PixelProduct.Images output, in Kernel kernel, float* bias)
    {
        var frame = new Frame(maps, input);
        var starts = new int[maps.Count];
        for (var i = 1; i < maps.Count; i++)
        {
            starts[i] = starts[i - 1] + (maps[i - 1].Taps.Length * input.Channels * MostOutputChannels);
        }

        using var weights = new Scratch(maps.Sum(map => map.Taps.Length) * input.Channels * MostOutputChannels);
        for (var i = 0; i < maps.Count; i++)
        {
            PackWeights(maps[i].Taps, kernel, input.Channels, output.Channels, weights.Floats + starts[i]);
        }

        var (packed, biases) = ((nint)weights.Floats, (nint)bias);
        ThreadTeam.Run(count, image =>
        {
            using var planes = new Scratch((long)input.Channels * frame.Plane);
            Transpose(input, image, planes.Floats, frame);
            var copy = (nint)planes.Floats;
            for (var i = 0; i < maps.Count; i++)
            {
                // Threads share the rows of a single image.
                var (map, start) = (maps[i], starts[i]);
                Partition.Run(map.Rows, (long)map.Columns * map.Taps.Length * input.Channels, (first, end) => RunRows(
                    map, (int)first, (int)end, image, (float*)copy, frame, input.Channels, output, (float*)packed + start, (float*)biases));
            }
        });
    }

    private static void RunRows(
        PixelMap map, int firstRow, int endRow, int image, float* planes, Frame frame, int channels, PixelProduct.Images output,
        float* weights, float* bias)
    {
        var depth = map.Taps.Length * channels;
        var totalsPitch = map.Columns + PixelsAtOnce;
        using var totals = new Scratch(MostOutputChannels * totalsPitch);
        for (var row = firstRow; row < endRow; row++)
        {
            for (var column = 0; column < map.Columns; column += PixelsAtOnce)
            {
                var corner = planes + (((map.RowScale * row) + frame.Top) * frame.Pitch) + frame.Left + column;
                for (var start = 0; start < depth; start += Order.Block)
                {
                    AddBlock(
                        corner, frame.Plane, frame.Pitch, map.Taps, channels, weights, start, Math.Min(
                            start + Order.Block, depth), totals.Floats + column, totalsPitch);
                }
            }

            Store(map, image, row, output, totals.Floats, totalsPitch, bias);
        }
    }

    private static void PackWeights(Tap[] taps, in Kernel kernel, int inputChannels, int outputChannels, float* packed)
    {
        foreach (var tap in taps)
        {
            for (var channel = 0; channel < inputChannels; channel++)
            {
                for (var column = 0; column < MostOutputChannels; column++)
                {
                    *packed++ = column < outputChannels
                        ? kernel.Floats[kernel.Offset(tap) + (channel * kernel.InputStride) + (column * kernel.OutputStride)]
                        : 0;
                }
            }
        }
    }

    /// <summary>Copies an image to one plane for each channel, with its padding.</summary>
    private static void Transpose(PixelProduct.Images input, int image, float* planes, Frame frame)
    {
        var channels = input.Channels;
        new Span<float>(planes, channels * frame.Plane).Clear();
        var pixels = input.Floats + ((long)image * input.Rows * input.Columns * channels);
        for (var row = 0; row < input.Rows; row++)
        {
            Transposition.Run(
                pixels + ((long)row * input.Columns * channels), input.Columns, channels, channels,
                planes + ((frame.Top + row) * frame.Pitch) + frame.Left, frame.Plane);
        }
    }

    /// <summary>Adds one block of the reduction axis to the totals of neighbouring pixels, for each of four output channels.</summary>
    private static void AddBlock(
        float* corner, int plane, int pitch, Tap[] taps, int channels, float* weights, int start, int end, float* totals, int totalsPitch)
    {
        if (!Fused.IsHardware || !Vector.IsHardwareAccelerated)
        {
            AddBlockPortable(corner, plane, pitch, taps, channels, weights, start, end, totals, totalsPitch);
            return;
        }

        var (c00, c01, c10, c11) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var (c20, c21, c30, c31) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var k = start; k < end;)
        {
            var (tap, channel) = Math.DivRem(k, channels);
            var next = Math.Min(end, (tap + 1) * channels);
            var x = corner + (taps[tap].Row * pitch) + taps[tap].Column + ((long)channel * plane);
            var w = weights + ((long)k * MostOutputChannels);
            for (; k < next; k++)
            {
                var (x0, x1) = (Vector.Load(x), Vector.Load(x + Vector<float>.Count));
                var weight = new Vector<float>(w[0]);
                (c00, c01) = (Vector.FusedMultiplyAdd(x0, weight, c00), Vector.FusedMultiplyAdd(x1, weight, c01));
                weight = new Vector<float>(w[1]);
                (c10, c11) = (Vector.FusedMultiplyAdd(x0, weight, c10), Vector.FusedMultiplyAdd(x1, weight, c11));
                weight = new Vector<float>(w[2]);
                (c20, c21) = (Vector.FusedMultiplyAdd(x0, weight, c20), Vector.FusedMultiplyAdd(x1, weight, c21));
                weight = new Vector<float>(w[3]);
                (c30, c31) = (Vector.FusedMultiplyAdd(x0, weight, c30), Vector.FusedMultiplyAdd(x1, weight, c31));
                x += plane;
                w += MostOutputChannels;
            }
        }

        var first = start == 0;
        Add(totals, c00, c01, first);
        Add(totals + totalsPitch, c10, c11, first);
        Add(totals + (2 * totalsPitch), c20, c21, first);
        Add(totals + (3 * totalsPitch), c30, c31, first);
    }

    private static void AddBlockPortable(
        float* corner, int plane, int pitch, Tap[] taps, int channels, float* weights, int start, int end, float* totals, int totalsPitch)
    {
        for (var output = 0; output < MostOutputChannels; output++)
        {
            for (var pixel = 0; pixel < PixelsAtOnce; pixel++)
            {
                var block = 0f;
                for (var k = start; k < end;)
                {
                    var (tap, channel) = Math.DivRem(k, channels);
                    var next = Math.Min(end, (tap + 1) * channels);
                    var x = corner + (taps[tap].Row * pitch) + taps[tap].Column + ((long)channel * plane) + pixel;
                    for (; k < next; k++, x += plane)
                    {
                        block = Fused.MultiplyAdd(*x, weights[(k * MostOutputChannels) + output], block);
                    }
                }

                ref var total = ref totals[(output * totalsPitch) + pixel];
                total = (start == 0 ? 0 : total) + block;
            }
        }
    }

    private static void Add(float* totals, Vector<float> low, Vector<float> high, bool first)
    {
        ((first ? Vector<float>.Zero : Vector.Load(totals)) + low).Store(totals);
        ((first ? Vector<float>.Zero : Vector.Load(totals + Vector<float>.Count)) + high).Store(totals + Vector<float>.Count);
    }

    private static void Store(PixelMap map, int image, int row, PixelProduct.Images output, float* totals, int totalsPitch, float* bias)
    {
        var outputRow = ((long)image * output.Rows) + map.FirstRow + (map.RowStep * row);
        for (var column = 0; column < map.Columns; column++)
        {
            var pixel = output.Floats + (((outputRow * output.Columns) + map.FirstColumn + (map.ColumnStep * column)) * output.Channels);
            for (var channel = 0; channel < output.Channels; channel++)
            {
                var total = totals[(channel * totalsPitch) + column];
                pixel[channel] = bias is null ? total : total + bias[channel];
            }
        }
    }

    /// <summary>An image with the padding that the taps reach into, and room to read whole vectors past the end of a row.</summary>
    private sealed class Frame
    {
        public Frame(IReadOnlyList<PixelMap> maps, PixelProduct.Images input)
        {
            var taps = maps.SelectMany(map => map.Taps).ToArray();
            Left = Math.Max(0, -taps.Min(tap => tap.Column));
            Top = Math.Max(0, -taps.Min(tap => tap.Row));
            var bottom = Math.Max(0, maps.Max(map => (map.RowScale * (map.Rows - 1)) + map.Taps.Max(tap => tap.Row)) - (input.Rows - 1));
            var right = Math.Max(input.Columns, maps.Max(map => map.Columns + Math.Max(0, map.Taps.Max(tap => tap.Column))));
            Pitch = Left + right + PixelsAtOnce;
            Plane = (Top + input.Rows + bottom) * Pitch;
        }

        public int Left { get; }

        public int Top { get; }

        public int Pitch { get; }

        public int Plane { get; }
    }
}
