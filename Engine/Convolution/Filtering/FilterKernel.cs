using System.Runtime.Intrinsics.X86;
using Repro.Engine.Kernels.Products;
using Repro.Engine.Memory;
using Repro.Engine.Tensors;
using Repro.Engine.Threading;

namespace Repro.Engine.Convolution.Filtering;

/// <summary>
/// A kernel in the layout that the products of minimal filtering read. Outer to inner: panel of 32 output channels, result of a tile, one
/// of its nine products, place on the reduction axis.
/// </summary>
internal readonly unsafe struct FilterKernel
{
    private const int Columns = MicroKernel.Columns;
    private const int Taps = Filter.Kernel * Filter.Kernel;
    private const int ChannelsAtOnce = 16;

    /// <summary>How far ahead to prefetch. Columns can be too far apart for the processor to predict the next read.</summary>
    private const int ChannelsAhead = 6;

    private readonly Kernel kernel;
    private readonly int inputs;
    private readonly int outputs;
    private readonly bool transposed;
    private readonly long[] offsets;
    private readonly bool isAdjacent;

    /// <param name="kernel">The kernel.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="transposed">Whether phases are results, each with the kernel backwards, and not stretches of the axis.</param>
    public FilterKernel(in Kernel kernel, int inputs, int outputs, bool transposed)
    {
        this.kernel = kernel;
        this.inputs = inputs;
        this.outputs = outputs;
        this.transposed = transposed;
        offsets = new long[Taps];
        isAdjacent = true;
        for (var tap = 0; tap < Taps; tap++)
        {
            offsets[tap] = kernel.Offset(new Tap(0, 0, tap / Filter.Kernel, tap % Filter.Kernel));
            isAdjacent &= offsets[tap] == tap;
        }
    }

    /// <summary>Number of panels.</summary>
    public int Panels => (outputs + Columns - 1) / Columns;

    /// <summary>Numbers of a panel.</summary>
    public long PanelSize => (long)Filter.Phases * Filter.Products * inputs * Columns;

    /// <summary>Transforms all panels.</summary>
    public void Transform(float* panels)
    {
        var (self, to) = (this, (nint)panels);
        var pieces = (inputs + ChannelsAtOnce - 1) / ChannelsAtOnce;
        Partition.Run((long)Panels * pieces, (long)ChannelsAtOnce * Filter.Phases * Filter.Products * Columns, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var (panel, piece) = Math.DivRem((int)i, pieces);
                var first = piece * ChannelsAtOnce;
                self.Transform(panel, first, Math.Min(self.inputs, first + ChannelsAtOnce), (float*)to + (panel * self.PanelSize));
            }
        });
    }

    /// <summary>Transforms one panel.</summary>
    public void Transform(int panel, float* to) => Transform(panel, 0, inputs, to);

    private void Transform(int panel, int firstChannel, int endChannel, float* to)
    {
        using var taps = new Scratch(Taps * Columns);
        var width = Math.Min(Columns, outputs - (panel * Columns));
        new Span<float>(taps.Floats, Taps * Columns).Clear();
        float** corners = stackalloc float*[Filter.Side * Filter.Side];
        var distance = (nint)(transposed ? inputs : Filter.Phases * inputs) * Columns;
        for (var channel = firstChannel; channel < endChannel; channel++)
        {
            Collect(kernel.Floats + (channel * kernel.InputStride) + ((long)panel * Columns * kernel.OutputStride), width, taps.Floats);
            for (var phase = 0; phase < Filter.Phases; phase++)
            {
                var (row, column) = Math.DivRem(phase, Filter.Stride);
                for (var corner = 0; corner < Filter.Side * Filter.Side; corner++)
                {
                    var (down, across) = Math.DivRem(transposed ? (Filter.Side * Filter.Side) - 1 - corner : corner, Filter.Side);
                    var tap = (((Filter.Stride * down) + row) * Filter.Kernel) + (Filter.Stride * across) + column;
                    corners[corner] = taps.Floats + (tap * Columns);
                }

                var place = ((long)phase * inputs * (transposed ? Filter.Products : 1)) + channel;
                FilterTransforms.Pairs(corners, to + (place * Columns), distance, Columns);
            }
        }
    }

    /// <summary>The sixteen positions of an input channel, each for neighbouring output channels.</summary>
    private void Collect(float* from, int width, float* taps)
    {
        if (!isAdjacent)
        {
            for (var tap = 0; tap < Taps; tap++)
            {
                for (var column = 0; column < width; column++)
                {
                    taps[(tap * Columns) + column] = from[offsets[tap] + (column * kernel.OutputStride)];
                }
            }

            return;
        }

        for (var column = 0; column < width && Sse.IsSupported; column++)
        {
            Sse.Prefetch0(from + (ChannelsAhead * kernel.InputStride) + (column * kernel.OutputStride));
        }

        Transposition.Run(from, width, kernel.OutputStride, Taps, taps, Columns);
    }
}
