using static TorchSharp.torch;

namespace Repro.Engine.Tests.Testing;

/// <summary>Gradients beside finite differences.</summary>
internal static class Gradients
{
    /// <summary>
    /// Compares the gradient of Σ weight·function(inputs) with central differences. The step of 2⁻⁶ makes the difference's own error: h²/6
    /// of the third derivative, some 4e-5, and the rounding of binary32 over 2h, some 1e-5 for values near 1; 2e-3 of the largest gradient
    /// leaves room for both. Inputs lie on multiples of 1/4 plus 1/8, so that no step crosses a kink at 0.
    /// </summary>
    public static void Check(Func<Tensor[], Tensor> function, params long[][] shapes) => Check(function, positive: false, shapes);

    public static void Check(Func<Tensor[], Tensor> function, bool positive, params long[][] shapes)
    {
        const float Step = 1 / 64f;
        using var scope = NewDisposeScope();
        var random = new System.Random(shapes.Length);
        float[][] values = [.. shapes.Select(shape => Enumerable.Range(0, (int)shape.Aggregate(1L, (p, s) => p * s))
            .Select(_ => ((random.Next(positive ? 2 : -6, 6) * 0.25f) + 0.125f)).ToArray())];
        Tensor[] Inputs() => [.. values.Select((v, i) => tensor(v, shapes[i], requires_grad: true))];
        var inputs = Inputs();
        var result = function(inputs);
        var weight = Samples.Tensor(7, result.shape) / 16;
        double Value() => function(Inputs()).detach().Values().Zip(weight.Values(), (y, w) => (double)y * w).Sum();
        result.backward([weight]);
        for (var i = 0; i < inputs.Length; i++)
        {
            var expected = new double[values[i].Length];
            for (var j = 0; j < expected.Length; j++)
            {
                var at = values[i][j];
                values[i][j] = at + Step;
                var above = Value();
                values[i][j] = at - Step;
                expected[j] = (above - Value()) / (2 * Step);
                values[i][j] = at;
            }

            var largest = expected.Select(Math.Abs).Append(1e-3).Max();
            var actual = inputs[i].grad!.Values();
            for (var j = 0; j < expected.Length; j++)
            {
                Assert.True(
                    Math.Abs(actual[j] - expected[j]) <= 2e-3 * largest,
                    FormattableString.Invariant($"input {i}, element {j}: {actual[j]}, differences give {expected[j]}"));
            }
        }
    }
}
