namespace Repro.Runtime.Metrics;

/// <summary>The eigenvalues of a symmetric matrix, from the largest to the smallest, and a unit eigenvector of each.</summary>
/// <param name="Values">The eigenvalues.</param>
/// <param name="Vectors">The eigenvectors, one a row.</param>
public sealed record SymmetricEigen(double[] Values, double[][] Vectors)
{
    /// <summary>An element below this share of the largest counts as 0: 2⁻⁶⁰.</summary>
    private const double Negligible = 8.673617379884035e-19;

    /// <summary>
    /// Decomposes a matrix by cyclic Jacobi rotations, row by row (Golub and Van Loan, <i>Matrix Computations</i>, 4th edition, section
    /// 8.5): sums, products, quotients and square roots in binary64. The order depends on the size of the matrix alone. The largest
    /// component of an eigenvector, the first one of equals, is positive.
    /// </summary>
    /// <param name="matrix">Rows; only finite values, and symmetric.</param>
    public static SymmetricEigen Of(double[][] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        double[][] rotated = [.. matrix.Select(row => (double[])row.Clone())];
        double[][] vectors = [.. matrix.Select((row, i) => row.Select((_, j) => i == j ? 1.0 : 0).ToArray())];
        var threshold = Negligible * matrix.Max(row => row.Max(value => Math.Abs(value)));
        while (Sweep(rotated, vectors, threshold))
        {
            // Until all elements beside the diagonal are 0. A sweep about squares their size.
        }

        int[] order = [.. Enumerable.Range(0, matrix.Length).OrderByDescending(i => rotated[i][i])];
        return new([.. order.Select(i => rotated[i][i])], [.. order.Select(i => WithSign(vectors[i]))]);
    }

    /// <summary>
    /// The square root of the matrix: the same eigenvectors, and the roots of the eigenvalues. Negative eigenvalues count as 0.
    /// </summary>
    internal double[][] SquareRoot()
    {
        var size = Values.Length;
        var root = new double[size][];
        for (var i = 0; i < size; i++)
        {
            root[i] = new double[size];
        }

        for (var k = 0; k < size && Values[k] > 0; k++)
        {
            var value = Math.Sqrt(Values[k]);
            for (var i = 0; i < size; i++)
            {
                var scaled = value * Vectors[k][i];
                for (var j = 0; j < size; j++)
                {
                    root[i][j] += scaled * Vectors[k][j];
                }
            }
        }

        return root;
    }

    private static bool Sweep(double[][] matrix, double[][] vectors, double threshold)
    {
        var changed = false;
        for (var p = 0; p < matrix.Length - 1; p++)
        {
            for (var q = p + 1; q < matrix.Length; q++)
            {
                if (Math.Abs(matrix[p][q]) > threshold)
                {
                    Rotate(matrix, vectors, p, q);
                    changed = true;
                }
            }
        }

        return changed;
    }

    // The rotation of rows and columns p and q that makes the element (p, q) 0.
    private static void Rotate(double[][] matrix, double[][] vectors, int p, int q)
    {
        var (rowP, rowQ) = (matrix[p], matrix[q]);
        var between = rowP[q];
        var ratio = (rowQ[q] - rowP[p]) / (2 * between);
        var tangent = Math.CopySign(1, ratio) / (Math.Abs(ratio) + Math.Sqrt((ratio * ratio) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var k = 0; k < matrix.Length; k++)
        {
            if (k != p && k != q)
            {
                var (atP, atQ) = (rowP[k], rowQ[k]);
                matrix[k][p] = rowP[k] = (cosine * atP) - (sine * atQ);
                matrix[k][q] = rowQ[k] = (sine * atP) + (cosine * atQ);
            }
        }

        rowP[p] -= tangent * between;
        rowQ[q] += tangent * between;
        rowP[q] = rowQ[p] = 0;
        var (vectorP, vectorQ) = (vectors[p], vectors[q]);
        for (var k = 0; k < matrix.Length; k++)
        {
            var (atP, atQ) = (vectorP[k], vectorQ[k]);
            vectorP[k] = (cosine * atP) - (sine * atQ);
            vectorQ[k] = (sine * atP) + (cosine * atQ);
        }
    }

    private static double[] WithSign(double[] vector)
    {
        var largest = vector.MaxBy(value => Math.Abs(value));
        return largest < 0 ? Array.ConvertAll(vector, value => -value) : vector;
    }
}
