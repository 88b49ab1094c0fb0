using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>
/// A function whose chain of dependent operations is too long for a processor to overlap several of them. So it is cut into halves: the
/// first half is computed for a stretch of numbers, then the second.
/// </summary>
internal unsafe interface IStagedFunction : IFunction
{
    /// <summary>What the first half leaves for the second.</summary>
    static abstract int StateSize { get; }

    void Begin<T>(T x, T* state)
        where T : unmanaged, ILanes<T>;

    T End<T>(T x, T* state)
        where T : unmanaged, ILanes<T>;
}

/// <summary><see cref="EveryLane{TFunction}"/> in two stages.</summary>
internal readonly struct EveryLaneInStages<TFunction>(TFunction function) : IUnaryOperator
    where TFunction : struct, IStagedFunction
{
    private const int VectorsAtOnce = 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Invoke(float x) => function.Of(new OneLane(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Invoke(Vector<float> x) => function.Of(new VectorLanes(x)).Values;

    public unsafe long InvokeWide(float* x, float* y, long count)
    {
        var state = stackalloc WideLanes[VectorsAtOnce * TFunction.StateSize];
        var vectors = count / Vector512<float>.Count;
        for (var first = 0L; first < vectors; first += VectorsAtOnce)
        {
            var end = Math.Min(first + VectorsAtOnce, vectors);
            for (var i = first; i < end; i++)
            {
                function.Begin(
                    new WideLanes(Vector512.Load(x + (i * Vector512<float>.Count))), state + ((i - first) * TFunction.StateSize));
            }

            for (var i = first; i < end; i++)
            {
                var values = new WideLanes(Vector512.Load(x + (i * Vector512<float>.Count)));
                function.End(values, state + ((i - first) * TFunction.StateSize)).Values.Store(y + (i * Vector512<float>.Count));
            }
        }

        return vectors * Vector512<float>.Count;
    }
}
