using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Convolution.Filtering;

/// <summary>
/// The additions around the products of minimal filtering, from row to row first and then from column to column, for neighbouring channels
/// side by side. Vectors of any width do what single numbers do.
/// </summary>
internal static unsafe class FilterTransforms
{
    /// <summary>A window of 3 × 3 pixels: along each axis d₀ − d₁, d₁, d₁ − d₂.</summary>
    public static void Window(float** pixels, float* points, nint distance, int channels)
    {
        var done = Vector512.IsHardwareAccelerated ? Window<WideLanes>(pixels, points, distance, 0, channels) : 0;
        done = Vector.IsHardwareAccelerated ? Window<VectorLanes>(pixels, points, distance, done, channels) : done;
        _ = Window<OneLane>(pixels, points, distance, done, channels);
    }

    /// <summary>
    /// Windows that overlap, together 4 × 4 pixels: along each axis d₀ − d₁, d₁, d₁ − d₂, d₂, d₂ − d₃, of which the last three are the
    /// second window's.
    /// </summary>
    public static void Windows(float** pixels, float* points, nint distance, int channels)
    {
        var done = Vector512.IsHardwareAccelerated ? Windows<WideLanes>(pixels, points, distance, 0, channels) : 0;
        done = Vector.IsHardwareAccelerated ? Windows<VectorLanes>(pixels, points, distance, done, channels) : done;
        _ = Windows<OneLane>(pixels, points, distance, done, channels);
    }

    /// <summary>A kernel of 2 × 2, or the pixels that take its place in a kernel's gradient: along each axis g₀, g₀ + g₁, g₁.</summary>
    public static void Pairs(float** numbers, float* points, nint distance, int channels)
    {
        var done = Vector512.IsHardwareAccelerated ? Pairs<WideLanes>(numbers, points, distance, 0, channels) : 0;
        done = Vector.IsHardwareAccelerated ? Pairs<VectorLanes>(numbers, points, distance, done, channels) : done;
        _ = Pairs<OneLane>(numbers, points, distance, done, channels);
    }

    /// <summary>
    /// The 2 × 2 results of a tile: along each axis m₀ + m₁, m₁ − m₂; then the bias. <paramref name="check"/> stays zero while all results
    /// are finite.
    /// </summary>
    public static void Results(float* products, nint distance, float* bias, float** results, float* check, int channels)
    {
        var done = Vector512.IsHardwareAccelerated ? Results<WideLanes>(products, distance, bias, results, check, 0, channels) : 0;
        done = Vector.IsHardwareAccelerated ? Results<VectorLanes>(products, distance, bias, results, check, done, channels) : done;
        _ = Results<OneLane>(products, distance, bias, results, check, done, channels);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Window<T>(float** pixels, float* points, nint distance, int first, int channels)
        where T : unmanaged, ILanes<T>
    {
        var c = first;
        for (; c + (sizeof(T) / sizeof(float)) <= channels; c += sizeof(T) / sizeof(float))
        {
            var to = points + c;
            var (x0, x1, x2) = (Load<T>(pixels[3] + c), Load<T>(pixels[4] + c), Load<T>(pixels[5] + c));
            Spread(
                Load<T>(pixels[0] + c) - x0, Load<T>(pixels[1] + c) - x1, Load<T>(pixels[2] + c) - x2, to, distance);
            Spread(x0, x1, x2, to + (Filter.Points * distance), distance);
            Spread(
                x0 - Load<T>(pixels[6] + c), x1 - Load<T>(pixels[7] + c), x2 - Load<T>(pixels[8] + c),
                to + (2 * Filter.Points * distance), distance);
        }

        return c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread<T>(T d0, T d1, T d2, float* to, nint distance)
        where T : unmanaged, ILanes<T>
    {
        Store(to, d0 - d1);
        Store(to + distance, d1);
        Store(to + (2 * distance), d1 - d2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Windows<T>(float** pixels, float* points, nint distance, int first, int channels)
        where T : unmanaged, ILanes<T>
    {
        var c = first;
        var row = ((2 * Filter.Points) - 1) * distance;
        for (; c + (sizeof(T) / sizeof(float)) <= channels; c += sizeof(T) / sizeof(float))
        {
            var to = points + c;
            var (x0, x1, x2, x3) = (Load<T>(pixels[4] + c), Load<T>(pixels[5] + c), Load<T>(pixels[6] + c), Load<T>(pixels[7] + c));
            Spread(
                Load<T>(pixels[0] + c) - x0, Load<T>(pixels[1] + c) - x1,
                Load<T>(pixels[2] + c) - x2, Load<T>(pixels[3] + c) - x3, to, distance);
            Spread(x0, x1, x2, x3, to + row, distance);
            var (y0, y1, y2, y3) = (Load<T>(pixels[8] + c), Load<T>(pixels[9] + c), Load<T>(pixels[10] + c), Load<T>(pixels[11] + c));
            Spread(
                x0 - y0, x1 - y1, x2 - y2, x3 - y3, to + (2 * row), distance);
            Spread(y0, y1, y2, y3, to + (3 * row), distance);
            Spread(
                y0 - Load<T>(pixels[12] + c), y1 - Load<T>(pixels[13] + c),
                y2 - Load<T>(pixels[14] + c), y3 - Load<T>(pixels[15] + c), to + (4 * row), distance);
        }

        return c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread<T>(T d0, T d1, T d2, T d3, float* to, nint distance)
        where T : unmanaged, ILanes<T>
    {
        Spread(d0, d1, d2, to, distance);
        Store(to + (3 * distance), d2);
        Store(to + (4 * distance), d2 - d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Pairs<T>(float** numbers, float* points, nint distance, int first, int channels)
        where T : unmanaged, ILanes<T>
    {
        var c = first;
        for (; c + (sizeof(T) / sizeof(float)) <= channels; c += sizeof(T) / sizeof(float))
        {
            var to = points + c;
            var (x0, x1, y0, y1) = (Load<T>(numbers[0] + c), Load<T>(numbers[1] + c), Load<T>(numbers[2] + c), Load<T>(numbers[3] + c));
            Pair(x0, x1, to, distance);
            Pair(x0 + y0, x1 + y1, to + (Filter.Points * distance), distance);
            Pair(y0, y1, to + (2 * Filter.Points * distance), distance);
        }

        return c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair<T>(T g0, T g1, float* to, nint distance)
        where T : unmanaged, ILanes<T>
    {
        Store(to, g0);
        Store(to + distance, g0 + g1);
        Store(to + (2 * distance), g1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Results<T>(float* products, nint distance, float* bias, float** results, float* check, int first, int channels)
        where T : unmanaged, ILanes<T>
    {
        var c = first;
        for (; c + (sizeof(T) / sizeof(float)) <= channels; c += sizeof(T) / sizeof(float))
        {
            var from = products + c;
            var (m3, m4, m5) = (Load<T>(from + (3 * distance)), Load<T>(from + (4 * distance)), Load<T>(from + (5 * distance)));
            var (left, right) = Sums(
                Load<T>(from) + m3, Load<T>(from + distance) + m4, Load<T>(from + (2 * distance)) + m5, Load<T>(bias + c));
            Store(results[0] + c, left);
            Store(results[1] + c, right);
            var finite = (left - left) + (right - right);
            (left, right) = Sums(
                m3 - Load<T>(from + (6 * distance)), m4 - Load<T>(from + (7 * distance)), m5 - Load<T>(from + (8 * distance)),
                Load<T>(bias + c));
            Store(results[2] + c, left);
            Store(results[3] + c, right);

            // Infinity less itself is not a number, and neither is any sum with that.
            finite += (left - left) + (right - right);
            Store(check + c, Load<T>(check + c) + finite);
        }

        return c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T First, T Second) Sums<T>(T m0, T m1, T m2, T bias)
        where T : struct, ILanes<T> => ((m0 + m1) + bias, (m1 - m2) + bias);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Load<T>(float* from)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(float* to, T value)
        where T : unmanaged => Unsafe.WriteUnaligned(to, value);
}
