using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>
/// Layer and group normalization: each row of numbers less its mean, times 1/√(variance + eps), the variance being the mean squared
/// deviation in a second pass; then scale and shift. Means are row sums (rule 3) divided by the count.
/// </summary>
internal static class RowNormalization
{
    /// <summary>Normalizes over the last axes, which have the given shape.</summary>
    public static Tensor Layer(Tensor x, long[] shape, Tensor? weight, Tensor? bias, double eps)
    {
        var lead = x.Sizes.Length - shape.Length;
        if (shape.Length == 0 || lead < 0 || !x.Sizes[lead..].SequenceEqual(shape) || !Fits(weight, shape) || !Fits(bias, shape))
        {
            throw new ArgumentException(
                $"layer_norm: input {Layout.Text(x.Sizes)}{Texts(weight, bias)} does not end in the normalized shape "
                + $"{Layout.Text(shape)}; […, {string.Join(", ", shape)}] would, with scale and shift of that shape.");
        }

        var normalized = Rows("layer_norm", x.reshape(x.NumberOfElements / Math.Max(Layout.Count(shape), 1), Layout.Count(shape)), eps);
        return Affine(normalized.view(x.shape), weight, bias);
    }

    /// <summary>Normalizes x (N × C × …) over groups of channels.</summary>
    public static Tensor Group(Tensor x, long groups, Tensor? weight, Tensor? bias, double eps)
    {
        if (x.Sizes.Length < 2 || groups < 1 || x.Sizes[1] % groups != 0 || !Fits(weight, [x.Sizes[1]]) || !Fits(bias, [x.Sizes[1]]))
        {
            throw new ArgumentException(
                $"group_norm: input {Layout.Text(x.Sizes)}{Texts(weight, bias)} does not fit {groups} groups; [N, C, …] would, with C a "
                + $"multiple of {groups} and scale and shift [C].");
        }

        var rows = x.Sizes[0] * groups;
        var normalized = Rows("group_norm", x.reshape(rows, x.NumberOfElements / Math.Max(rows, 1)), eps);
        long[] perChannel = [x.Sizes[1], .. Enumerable.Repeat(1L, x.Sizes.Length - 2)];
        return Affine(normalized.view(x.shape), weight?.view(perChannel), bias?.view(perChannel));
    }

    private static Tensor Rows(string operation, Tensor rows, double eps)
    {
        using var input = rows.Alias();
        using var mean = MeanOf(input);
        using var centered = Map.Binary(operation, input, mean, default(Subtract));
        using var squares = Map.Unary(operation, centered, default(Square));
        using var variance = MeanOf(squares);
        using var inverse = Map.Unary(operation, variance, new InverseRoot((float)eps));
        var result = Map.Binary(operation, centered, inverse, default(Multiply));
        return Node.Record(operation, result, [rows], node =>
        {
            var (y, scale) = (node.Save(result), node.Save(inverse));
            return g =>
            {
                // scale·((g − mean of g) − y·(mean of g·y))
                var slope = MeanOf(Map.Binary(operation, g, y.Value, default(Multiply)));
                var centered = Map.Binary(operation, g, MeanOf(g), default(Subtract));
                var slanted = Map.Binary(operation, centered, Map.Binary(operation, y.Value, slope, default(Multiply)), default(Subtract));
                return [Map.Binary(operation, slanted, scale.Value, default(Multiply))];
            };
        });
    }

    private static Tensor MeanOf(Tensor rows) => Reduction.Mean(rows, [1], keepdim: true);

    private static Tensor Affine(Tensor x, Tensor? weight, Tensor? bias)
    {
        var scaled = weight is null ? x : Arithmetic.Multiply(x, weight);
        return bias is null ? scaled : Arithmetic.Add(scaled, bias);
    }

    private static bool Fits(Tensor? tensor, ReadOnlySpan<long> shape) => tensor is null || tensor.Sizes.SequenceEqual(shape);

    private static string Texts(Tensor? weight, Tensor? bias) =>
        (weight is null ? "" : $", weight {Layout.Text(weight.Sizes)}") + (bias is null ? "" : $", bias {Layout.Text(bias.Sizes)}");
}
