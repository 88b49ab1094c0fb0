using static TorchSharp.torch;

namespace Repro.Engine.Optim;

/// <summary>
/// The norm of gradients taken together. Each gradient's squares (or absolute values) are summed in row-major order, then the sums in
/// the order of the parameters, both in binary32 by rule 3; the root is taken in binary64.
/// </summary>
internal static class GradientNorm
{
    /// <summary>Keeps the quotient finite when every gradient is zero; PyTorch's.</summary>
    private const double Smallest = 1e-6;

    public static double Clip(IReadOnlyList<Tensor> gradients, double limit, double kind)
    {
        if (!(limit >= 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"clip_grad_norm_: max_norm is {limit}; it must not be negative."), nameof(limit));
        }

        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var norm = Of(gradients, kind);
        var factor = limit / (norm + Smallest);

        // Not "factor < 1": a norm that is not a number shall show in the gradients, as in PyTorch.
        if (!(factor >= 1))
        {
            foreach (var gradient in gradients)
            {
                gradient.mul_((float)factor);
            }
        }

        return norm;
    }

    private static double Of(IReadOnlyList<Tensor> gradients, double kind) => kind switch
    {
        2 => Math.Sqrt(Sum(gradients.Select(gradient => gradient.square()))),
        1 => Sum(gradients.Select(gradient => gradient.abs())),
        double.PositiveInfinity => gradients.Select(Largest).DefaultIfEmpty(0).Aggregate(MathF.Max),
        _ =>
            throw new NotSupportedException(FormattableString.Invariant(
                $"clip_grad_norm_: the norm of type {kind} is not supported by the exact engine; 1, 2 and infinity are.")),
    };

    private static float Sum(IEnumerable<Tensor> terms) =>
        tensor(terms.Select(term => term.sum().item<float>()).ToArray()).sum().item<float>();

    private static float Largest(Tensor gradient)
    {
        using var values = gradient.data<float>();
        var largest = 0f;
        foreach (var value in values)
        {
            largest = MathF.Max(largest, MathF.Abs(value));
        }

        return largest;
    }
}
