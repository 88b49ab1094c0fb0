using System.Numerics;
using Repro.Engine.Tensors;
using Repro.Engine.Threading;
using static TorchSharp.torch;

namespace Repro.Engine.Optim;

/// <summary>One step of Adam over one parameter, in a single pass.</summary>
internal static unsafe class AdamStep
{
    public static void Run(Tensor parameter, Tensor gradient, AdamState state, AdamSettings settings)
    {
        if (!Layout.IsDense(parameter.Sizes, parameter.Strides))
        {
            throw new InvalidOperationException(
                $"Adam: a parameter of shape {Layout.Text(parameter.Sizes)} is a view with gaps in its memory; make it from a clone().");
        }

        state.Beta1Power *= settings.Beta1;
        state.Beta2Power *= settings.Beta2;
        var constants = new Constants(settings, state.Beta1Power, state.Beta2Power);
        using var scope = NewDisposeScope();
        var ordered = Layout.Same(gradient.Sizes, gradient.Strides, parameter.Strides) ? gradient : Copy.To(gradient, parameter.Strides);
        using var p = parameter.Pin("Adam", ScalarType.Float32);
        using var g = ordered.Pin("Adam", ScalarType.Float32);
        using var m = state.Mean.Pin();
        using var v = state.Square.Pin();
        var (pp, gp, mp, vp) = ((nint)p.Floats, (nint)g.Floats, (nint)m.Floats, (nint)v.Floats);
        parameter.Storage.BeforeChange();
        Split.Run(parameter.NumberOfElements, 4, (start, end) =>
            Range((float*)pp, (float*)gp, (float*)mp, (float*)vp, start, end, constants));
    }

    private static void Range(float* p, float* g, float* m, float* v, long start, long end, in Constants c)
    {
        var i = start;
        if (Vector.IsHardwareAccelerated)
        {
            for (; i <= end - Vector<float>.Count; i += Vector<float>.Count)
            {
                var weight = Vector.Load(p + i);
                var gradient = (Vector.Load(g + i) * c.Sign) + (weight * c.WeightDecay);
                var mean = (Vector.Load(m + i) * c.Beta1) + (gradient * c.OneMinusBeta1);
                var square = (Vector.Load(v + i) * c.Beta2) + (gradient * gradient * c.OneMinusBeta2);
                var denominator = (Vector.SquareRoot(square) / c.RootOfCorrection) + new Vector<float>(c.Eps);
                (weight - (mean / denominator * c.StepSize)).Store(p + i);
                mean.Store(m + i);
                square.Store(v + i);
            }
        }

        for (; i < end; i++)
        {
            var gradient = (g[i] * c.Sign) + (p[i] * c.WeightDecay);
            m[i] = (m[i] * c.Beta1) + (gradient * c.OneMinusBeta1);
            v[i] = (v[i] * c.Beta2) + (gradient * gradient * c.OneMinusBeta2);
            var denominator = (MathF.Sqrt(v[i]) / c.RootOfCorrection) + c.Eps;
            p[i] -= m[i] / denominator * c.StepSize;
        }
    }

    private readonly struct Constants(AdamSettings settings, double beta1Power, double beta2Power)
    {
        public readonly float Sign = settings.Maximize ? -1 : 1;
        public readonly float WeightDecay = (float)settings.WeightDecay;
        public readonly float Beta1 = (float)settings.Beta1;
        public readonly float Beta2 = (float)settings.Beta2;
        public readonly float OneMinusBeta1 = (float)(1 - settings.Beta1);
        public readonly float OneMinusBeta2 = (float)(1 - settings.Beta2);
        public readonly float Eps = (float)settings.Eps;
        public readonly float StepSize = (float)(settings.LearningRate / (1 - beta1Power));
        public readonly float RootOfCorrection = (float)Math.Sqrt(1 - beta2Power);
    }
}
