using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => Linear.Product(nameof(mm), this, target);

        /// <summary>The product of vectors, matrices or batches of matrices; axes before the last two broadcast.</summary>
        public Tensor matmul(Tensor target) => MatrixMultiplication.Run(this, target);

        /// <summary>The products of two batches of matrices, [b, m, k] and [b, k, n].</summary>
        public Tensor bmm(Tensor batch2) => MatrixMultiplication.Batches(this, batch2);

        /// <summary>beta·this + alpha·(mat1·mat2).</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            MatrixMultiplication.AddProduct(this, mat1, mat2, beta, alpha);
    }
}
