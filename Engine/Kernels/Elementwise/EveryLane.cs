using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>A function of one number, stated once for every width of vectors.</summary>
internal interface IFunction
{
    T Of<T>(T x)
        where T : struct, ILanes<T>;
}

/// <summary>A function as an operator.</summary>
internal readonly struct EveryLane<TFunction>(TFunction function) : IUnaryOperator
    where TFunction : struct, IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Invoke(float x) => function.Of(new OneLane(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Invoke(Vector<float> x) => function.Of(new VectorLanes(x)).Values;

    public unsafe long InvokeWide(float* x, float* y, long count)
    {
        var i = 0L;
        for (; i <= count - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            function.Of(new WideLanes(Vector512.Load(x + i))).Values.Store(y + i);
        }

        return i;
    }
}
