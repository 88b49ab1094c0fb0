using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Repro.Engine.Tensors;

/// <summary>Copies a matrix with rows and columns swapped, sixteen by sixteen or four by four where the processor can.</summary>
internal static unsafe class Transposition
{
    private const int Side = 4;
    private const int WideSide = 16;

    /// <summary>output[c][r] = input[r][c]; neighbouring columns of the input and rows of the output are adjacent in memory.</summary>
    public static void Run(float* input, int rows, long inputStride, int columns, float* output, long outputStride)
    {
        var (wholeRows, wholeColumns) = CanSwap ? (rows / Side * Side, columns / Side * Side) : (0, 0);

        // A few columns of all rows at a time: what is read and what is written stays in the cache until its lines are done with.
        for (var first = 0; first < wholeColumns; first += WideSide)
        {
            var end = Math.Min(first + WideSide, wholeColumns);
            var row = 0;
            for (; Avx512F.IsSupported && end - first == WideSide && row <= rows - WideSide; row += WideSide)
            {
                SwapWide(input + (row * inputStride) + first, inputStride, output + (first * outputStride) + row, outputStride);
            }

            for (; row < wholeRows; row += Side)
            {
                for (var column = first; column < end; column += Side)
                {
                    Swap(input + (row * inputStride) + column, inputStride, output + (column * outputStride) + row, outputStride);
                }
            }
        }

        for (var column = 0; column < columns; column++)
        {
            for (var row = column < wholeColumns ? wholeRows : 0; row < rows; row++)
            {
                output[(column * outputStride) + row] = input[(row * inputStride) + column];
            }
        }
    }

    private static bool CanSwap => Sse.IsSupported || AdvSimd.Arm64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swap(float* input, long inputStride, float* output, long outputStride)
    {
        var (a, b) = (Vector128.Load(input), Vector128.Load(input + inputStride));
        var (c, d) = (Vector128.Load(input + (2 * inputStride)), Vector128.Load(input + (3 * inputStride)));
        var (ac, bd) = (Low(a, c), Low(b, d));
        Low(ac, bd).Store(output);
        High(ac, bd).Store(output + outputStride);
        (ac, bd) = (High(a, c), High(b, d));
        Low(ac, bd).Store(output + (2 * outputStride));
        High(ac, bd).Store(output + (3 * outputStride));
    }

    /// <summary>Sixteen by sixteen: four rows at a time within each quarter of a vector, then the quarters of four vectors.</summary>
    private static void SwapWide(float* input, long inputStride, float* output, long outputStride)
    {
        var quarters = stackalloc Vector512<float>[WideSide];
        for (var row = 0; row < WideSide; row += Side)
        {
            var from = input + (row * inputStride);
            var (a, b) = (Vector512.Load(from), Vector512.Load(from + inputStride));
            var (c, d) = (Vector512.Load(from + (2 * inputStride)), Vector512.Load(from + (3 * inputStride)));
            var (ac, bd) = (Avx512F.UnpackLow(a, c), Avx512F.UnpackLow(b, d));
            quarters[row] = Avx512F.UnpackLow(ac, bd);
            quarters[row + 1] = Avx512F.UnpackHigh(ac, bd);
            (ac, bd) = (Avx512F.UnpackHigh(a, c), Avx512F.UnpackHigh(b, d));
            quarters[row + 2] = Avx512F.UnpackLow(ac, bd);
            quarters[row + 3] = Avx512F.UnpackHigh(ac, bd);
        }

        for (var column = 0; column < Side; column++)
        {
            var (a, b, c, d) = (quarters[column], quarters[column + 4], quarters[column + 8], quarters[column + 12]);
            var (ab, cd) = (Avx512F.Shuffle4x128(a, b, 0b01_00_01_00), Avx512F.Shuffle4x128(c, d, 0b01_00_01_00));
            Avx512F.Shuffle4x128(ab, cd, 0b10_00_10_00).Store(output + (column * outputStride));
            Avx512F.Shuffle4x128(ab, cd, 0b11_01_11_01).Store(output + ((column + 4) * outputStride));
            (ab, cd) = (Avx512F.Shuffle4x128(a, b, 0b11_10_11_10), Avx512F.Shuffle4x128(c, d, 0b11_10_11_10));
            Avx512F.Shuffle4x128(ab, cd, 0b10_00_10_00).Store(output + ((column + 8) * outputStride));
            Avx512F.Shuffle4x128(ab, cd, 0b11_01_11_01).Store(output + ((column + 12) * outputStride));
        }
    }

    /// <summary>x₀ y₀ x₁ y₁.</summary>
    private static Vector128<float> Low(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackLow(x, y) : AdvSimd.Arm64.ZipLow(x, y);

    /// <summary>x₂ y₂ x₃ y₃.</summary>
    private static Vector128<float> High(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackHigh(x, y) : AdvSimd.Arm64.ZipHigh(x, y);
}
