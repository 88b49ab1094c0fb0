using System.Numerics;
using Repro.Engine.Tensors;
using Repro.Engine.Threading;
using static TorchSharp.torch;

namespace Repro.Engine.Optim;

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
        parameter.Storage.BeforeChange();
        Split.Run(parameter.NumberOfElements, 4, pass.Range);
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
            var i = start;
            if (Vector.IsHardwareAccelerated)
            {
                for (; i <= end - Vector<float>.Count; i += Vector<float>.Count)
                {
                    var x = Load(first, i);
                    var y = Load(second, i);
                    var z = Load(third, i);
                    own.Apply(Vector.Load(weights + i), Vector.Load(gradients + i), ref x, ref y, ref z).Store(weights + i);
                    Store(x, first, i);
                    Store(y, second, i);
                    Store(z, third, i);
                }
            }

            float none = 0;
            for (; i < end; i++)
            {
                weights[i] = own.Apply(
                    weights[i],
                    gradients[i],
                    ref first == null ? ref none : ref first[i],
                    ref second == null ? ref none : ref second[i],
                    ref third == null ? ref none : ref third[i]);
            }
        }

        private static Vector<float> Load(float* memory, long i) => memory == null ? default : Vector.Load(memory + i);

        private static void Store(Vector<float> values, float* memory, long i)
        {
            if (memory != null)
            {
                values.Store(memory + i);
            }
        }
    }
}
