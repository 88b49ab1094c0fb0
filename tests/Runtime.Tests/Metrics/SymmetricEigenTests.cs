using Repro.Runtime.Metrics;

namespace Repro.Runtime.Tests.Metrics;

public class SymmetricEigenTests
{
    // The reference is numpy.linalg.eigh. Both are accurate to some multiple of 2⁻⁵² of the largest value.
    private const double Tolerance = 1e-13 * 8;

    [Fact]
    public void ATwoByTwoMatrixByHand()
    {
        var eigen = SymmetricEigen.Of([[2, 1], [1, 2]]);
        Assert.Equal([3, 1], eigen.Values);
        var half = Math.Sqrt(0.5);
        Assert.Equal(half, eigen.Vectors[0][0], 1e-15);
        Assert.Equal(half, eigen.Vectors[0][1], 1e-15);
        Assert.Equal(half, Math.Abs(eigen.Vectors[1][0]), 1e-15);
        Assert.Equal(-0.5, eigen.Vectors[1][0] * eigen.Vectors[1][1], 1e-15);
    }

    [Fact]
    public void ADiagonalMatrixIsSorted()
    {
        var eigen = SymmetricEigen.Of([[-1, 0, 0], [0, 5, 0], [0, 0, 2]]);
        Assert.Equal([5, 2, -1], eigen.Values);
        Assert.Equal([[0, 1, 0], [0, 0, 1], [1, 0, 0]], eigen.Vectors);
    }

    [Fact]
    public void ItAgreesWithNumpy()
    {
        var eigen = SymmetricEigen.Of(Six());
        double[] values = [4.0672672107596854, 3.5948514668511677, 2.301910999944345, 0, -2.7353904366698396, -7.2286392408853555];
        Assert.All(values.Zip(eigen.Values), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
        double[] first =
            [0.11123250285642067, 0.1939536075414095, -0.5338537758642564, 0.38178739925772326, -0.23415959922809781, 0.6814815758938806];
        Assert.All(first.Zip(eigen.Vectors[0]), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
        double[] last =
            [-0.3550964089436005, 0.5298947855924467, 0.2754138266933251, 0.4544483230307331, -0.4733891844173656, -0.2943546880799576];
        Assert.All(last.Zip(eigen.Vectors[5]), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void TheVectorsAreOrthonormalAndGiveTheMatrix(int size)
    {
        // The rank is low, so many eigenvalues are 0.
        double[][] matrix = [.. Enumerable.Range(0, size).Select(
            i => Enumerable.Range(0, size).Select(j => (double)((i % 3 * (j % 3)) + (i % 2 * (j % 2)))).ToArray())];
        var eigen = SymmetricEigen.Of(matrix);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                Assert.Equal(i == j ? 1 : 0, eigen.Vectors[i].Zip(eigen.Vectors[j], (a, b) => a * b).Sum(), 1e-13);
                Assert.Equal(
                    matrix[i][j], Enumerable.Range(0, size).Sum(k => eigen.Values[k] * eigen.Vectors[k][i] * eigen.Vectors[k][j]), 1e-12);
            }
        }
    }

    [Fact]
    public void TheSquareRootTimesItselfIsTheMatrix()
    {
        double[][] matrix = [[4, 1, 0], [1, 3, 1], [0, 1, 2]];
        var root = SymmetricEigen.Of(matrix).SquareRoot();
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                Assert.Equal(matrix[i][j], Enumerable.Range(0, 3).Sum(k => root[i][k] * root[k][j]), 1e-14);
            }
        }
    }

    [Fact]
    public void ZeroIsItsOwnDecomposition()
    {
        var eigen = SymmetricEigen.Of([[0, 0], [0, 0]]);
        Assert.Equal([0, 0], eigen.Values);
        Assert.Equal([[0, 0], [0, 0]], eigen.SquareRoot());
    }

    [Fact]
    public void TheMatrixIsLeftAsItIs()
    {
        var matrix = Six();
        SymmetricEigen.Of(matrix);
        Assert.Equal(Six(), matrix);
    }

    private static double[][] Six() =>
        [.. Enumerable.Range(0, 6).Select(
            i => Enumerable.Range(0, 6).Select(j => ((((7 * i * j) + (3 * (i + j))) % 11) / 2.0) - 2).ToArray())];
}
