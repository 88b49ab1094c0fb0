using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>e to the power of each element.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>The natural logarithm of each element.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>The square root of each element.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>The absolute value of each element.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>1 / (1 + exp(−x)) of each element.</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>The hyperbolic tangent of each element.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>The mean of all elements.</summary>
    public static Tensor mean(Tensor input) => input.mean();

    /// <summary>Means over axes.</summary>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) => input.mean(dimensions, keepdim, type);

    /// <summary>The sum of all elements.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <summary>Sums over axes.</summary>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary>Sums over an axis.</summary>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary>The largest element.</summary>
    public static Tensor max(Tensor input) => input.max();

    /// <summary>The larger of two elements, with broadcasting; not-a-number if one is.</summary>
    public static Tensor max(Tensor input, Tensor other) => Selection.Larger(input, other);

    /// <summary>The smallest element.</summary>
    public static Tensor min(Tensor input) => input.min();

    /// <summary>The smaller of two elements, with broadcasting; not-a-number if one is.</summary>
    public static Tensor min(Tensor input, Tensor other) => Selection.Smaller(input, other);

    /// <summary>The root of the sum of the squares of all elements.</summary>
    public static Tensor norm(Tensor input) => input.norm();

    /// <summary>Elements to the power of others, with broadcasting.</summary>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <summary>Elements to the power of a number.</summary>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <summary>Elements of x where a condition (Bool) holds, of y elsewhere, with broadcasting.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Selection.Where(condition, x, y);

    /// <summary>Each element, or min or max where it is outside of them.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>Each element, or min or max where it is outside of them, with broadcasting.</summary>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => Clamping.Between(input, min, max);

    /// <summary>The product of vectors, matrices or batches of matrices.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>The product of two matrices.</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>The products of two batches of matrices.</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <summary>beta·input + alpha·(mat1·mat2).</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Concatenation.Join(tensors, dim);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Concatenation.Join(tensors, dim);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Concatenation.Join(tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Concatenation.Join(tensors, dim);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => Concatenation.Join(tensors, dim);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Concatenation.Join(tensors.ToArray(), dim);

    /// <summary>Tensors of one shape along a new axis.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Concatenation.Stack(tensors, dim);

    /// <summary>Refused: libtorch's format is not written here.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static void save(Tensor t, string location) => throw new NotSupportedException(
        $"torch.save writes libtorch's format, which the exact engine does not have. Write '{location}' with Tensor.Save (TorchSharp's own format).");

    /// <summary>Refused: libtorch's format is not read here.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static Tensor load(string location) => throw new NotSupportedException(
        $"torch.load reads libtorch's format, which the exact engine does not have. Read '{location}' with Tensor.Load, if Tensor.Save wrote it.");

    /// <summary>How many threads operations use.</summary>
    public static int get_num_threads() => Repro.Engine.Threading.ThreadTeam.Size;

    /// <summary>Sets how many threads operations use; results do not depend on it.</summary>
    public static void set_num_threads(int num) => Repro.Engine.Threading.ThreadTeam.Resize(num);
}
