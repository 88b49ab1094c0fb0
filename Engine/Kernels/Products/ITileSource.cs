namespace Repro.Engine.Kernels.Products;

/// <summary>Finds the rows of a product's left operand and of its result in memory.</summary>
internal unsafe interface ITileSource
{
    /// <summary>Number of rows.</summary>
    long Rows { get; }

    /// <summary>Zeros, one for each channel, for taps that read padding; null if no tap does.</summary>
    float* Padding { get; }

    /// <summary>
    /// Finds the rows from <paramref name="first"/> on: for each tap and row a pointer to the row's first channel (tap-major), and for
    /// each row a pointer to its results. Rows behind the last one read anything readable and are given <paramref name="unused"/>.
    /// </summary>
    void Locate(long first, float** inputs, float** outputs, float* unused);
}
