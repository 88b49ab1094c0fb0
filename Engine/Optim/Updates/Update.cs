using System.Numerics;
using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Lanes;
using Repro.Engine.Tensors;
using Repro.Engine.Threading;
using static TorchSharp.torch;

namespace Repro.Engine.Optim.Updates;

/// <summary>Applies a rule to every element of a parameter, in a single pass over it, its gradient and what is remembered.</summary>
internal static unsafe class Update
{
    /// <param name="name">The optimizer, for messages.</param>
    /// <param name="parameter">Changed in place.</param>
    /// <param name="gradient">Of the parameter's shape, in any layout.</param>
    /// <param name="rule">What to do with an element.</param>
    /// <param name="memory">Up to three tensors with the parameter's strides, changed in place.</param>
    public static void Run<TRule>(string name, Tensor parameter, Tensor gradient, in TRule rule, params ReadOnlySpan<Tensor?> memory)
        where TRule : struct, IUpdateRule
    {
        using var scope = NewDisposeScope();
        var ordered = Layout.Same(gradient.Sizes, gradient.Strides, parameter.Strides) ? gradient : Copy.To(gradient, parameter.Strides);
        using var p = parameter.Pin(name, ScalarType.Float32);
        using var g = ordered.Pin(name, ScalarType.Float32);
        var pass = new Pass<TRule>(rule, p.Floats, g.Floats, Floats(memory, 0), Floats(memory, 1), Floats(memory, 2));
        parameter.BeforeWrite(name);
        Partition.Run(parameter.NumberOfElements, 4, pass.Range);
        foreach (var tensor in memory)
        {
            GC.KeepAlive(tensor);
        }
    }

    private static float* Floats(ReadOnlySpan<Tensor?> memory, int index) =>
        index < memory.Length && memory[index] is { } tensor ? tensor.Pin().Floats : null;

    private sealed class Pass<TRule>(TRule rule, float* p, float* g, float* a, float* b, float* c)
        where TRule : struct, IUpdateRule
    {
        public void Range(long start, long end)
        {
            // Copies that live in registers: the fields could change under a store.
            var own = rule;
            float* weights = p, gradients = g, first = a, second = b, third = c;
            var i = Vector.IsHardwareAccelerated ? Range<VectorLanes>(own, weights, gradients, first, second, third, start, end) : start;
            _ = Range<OneLane>(own, weights, gradients, first, second, third, i, end);
        }

        /// <summary>As many elements as fill vectors of a width, and where that ends.</summary>
        private static long Range<T>(
            TRule rule, float* weights, float* gradients, float* first, float* second, float* third, long start, long end)
            where T : unmanaged, ILanes<T>
        {
            var width = sizeof(T) / sizeof(float);
            var i = start;
            for (; i <= end - width; i += width)
            {
                var x = Load<T>(first, i);
                var y = Load<T>(second, i);
                var z = Load<T>(third, i);
                Unsafe.WriteUnaligned(weights + i, rule.Apply(Load<T>(weights, i), Load<T>(gradients, i), ref x, ref y, ref z));
                Store(x, first, i);
                Store(y, second, i);
                Store(z, third, i);
            }

            return i;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static T Load<T>(float* memory, long i)
            where T : unmanaged => memory == null ? default : Unsafe.ReadUnaligned<T>(memory + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Store<T>(T values, float* memory, long i)
            where T : unmanaged
        {
            if (memory != null)
            {
                Unsafe.WriteUnaligned(memory + i, values);
            }
        }
    }
}
