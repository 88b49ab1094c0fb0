using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>Made-up tensors whose results PyTorch computed too, and comparisons with those results.</summary>
internal static class Numbers
{
    /// <summary>((factor · i + start) mod modulus) / divisor + offset for i = 0, 1, …</summary>
    public static Tensor Modular(int factor, int start, int modulus, float divisor, float offset, params long[] shape)
    {
        var count = (int)shape.Aggregate(1L, (a, b) => a * b);
        return tensor([.. Enumerable.Range(0, count).Select(i => (((i * factor) + start) % modulus / divisor) + offset)]).reshape(shape);
    }

    /// <summary>from + (to − from) · ((7 · i + 3) mod 11) / 11 for i = 0, 1, …</summary>
    public static Tensor Ramp(float from, float to, params long[] shape) => Modular(7, 3, 11, 11 / (to - from), from, shape);

    public static void AreClose(IEnumerable<double> expected, Tensor actual, double tolerance = 2e-6)
    {
        float[] numbers = [.. actual.reshape(-1).data<float>().ToArray()];
        double[] wanted = [.. expected];
        Assert.Equal(wanted.Length, numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
        {
            Assert.True(
                Math.Abs(numbers[i] - wanted[i]) <= tolerance * (1 + Math.Abs(wanted[i])),
                $"[{i}] is {numbers[i]:R}, expected {wanted[i]:R}");
        }
    }

    /// <summary>Compares the gradients of a scalar function with central differences.</summary>
    public static void GradientsAgree(Func<Tensor[], Tensor> function, params Tensor[] inputs)
    {
        const float step = 1f / 128;
        Tensor[] leaves = [.. inputs.Select(input => input.clone().requires_grad_())];
        function(leaves).backward();
        for (var which = 0; which < inputs.Length; which++)
        {
            var values = inputs[which].reshape(-1).data<float>().ToArray();
            var differences = values.Select((value, i) => (At(which, i, value + step) - At(which, i, value - step)) / (2 * step));
            AreClose(differences, leaves[which].grad!, 2e-3);
        }

        double At(int which, int place, float value)
        {
            using var scope = NewDisposeScope();
            using var withoutGradients = no_grad();
            var changed = inputs[which].reshape(-1).data<float>().ToArray();
            changed[place] = value;
            Tensor[] arguments = [.. inputs.Select((input, i) => i == which ? tensor(changed).reshape(input.shape) : input)];
            return function(arguments).item<float>();
        }
    }
}
