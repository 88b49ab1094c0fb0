namespace Repro.Engine.Convolution.Filtering;

/// <summary>The tiles of one direction of a convolution by minimal filtering, in order of image, row and column.</summary>
internal unsafe interface IFilterTiles
{
    /// <summary>Number of tiles of an image.</summary>
    long TilesOfImage { get; }

    /// <summary>Length of the reduction axis.</summary>
    int Depth { get; }

    /// <summary>Results of 2 × 2 pixels that a tile has.</summary>
    int Results { get; }

    /// <summary>Transformed points along an axis of a tile.</summary>
    int Points { get; }

    /// <summary>The point that is the first of a result's 3 × 3.</summary>
    (int Row, int Column) FirstPoint(int result);

    /// <summary>Writes the points of a tile, <paramref name="distance"/> apart, each with all places on the axis side by side.</summary>
    void Transform(int image, int tile, float* zeros, float* points, nint distance);

    /// <summary>
    /// Finds the 2 × 2 pixels of a result; for those outside of the image, <paramref name="unused"/> takes what is written.
    /// </summary>
    void Locate(int image, int tile, int result, float** pixels, float* unused);
}
