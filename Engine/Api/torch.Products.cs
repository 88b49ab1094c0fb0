namespace TorchSharp;

public static partial class torch
{
    /// <summary><see cref="Tensor.matmul(Tensor)"/>.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary><see cref="Tensor.mm(Tensor)"/>.</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary><see cref="Tensor.bmm(Tensor)"/>.</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <summary><see cref="Tensor.addmm(Tensor, Tensor, float, float)"/>.</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);
}
