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

    /// <summary>The sum of all elements.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <summary>The product of two matrices.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>The product of two matrices.</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Repro.Engine.Operations.Concatenation.Join(tensors, dim);

    /// <summary>Tensors of one shape along a new axis.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => cat([.. tensors.Select(tensor => tensor.unsqueeze(dim))], dim);

    /// <summary>How many threads operations use.</summary>
    public static int get_num_threads() => Repro.Engine.Threading.ThreadTeam.Size;

    /// <summary>Sets how many threads operations use; results do not depend on it.</summary>
    public static void set_num_threads(int num) => Repro.Engine.Threading.ThreadTeam.Resize(num);
}
