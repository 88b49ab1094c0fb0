using System.Globalization;

namespace Repro.Bench;

/// <summary>The single operations that both programs time, and what each moves or computes.</summary>
internal static class OperationList
{
    public const int Elements = 16 * 1024 * 1024;
    public const int Images = 70;
    public const int Channels = 64;
    public const int Side = 32;

    public const string Copy = "copy";
    public const string Add = "add";
    public const string Relu = "relu";
    public const string Exp = "exp";
    public const string Log = "log";
    public const string Sigmoid = "sigmoid";
    public const string Tanh = "tanh";
    public const string Sum = "sum";
    public const string BatchNormForward = "batch norm + relu, forward";
    public const string BatchNormStep = "batch norm + relu, forward and backward";

    private const double Array = Elements * 4.0;
    private const double Features = Images * Channels * Side * Side * 4.0;

    public static readonly int[] ProductSizes = [256, 512, 1024, 2048];

    /// <summary>Bytes that must be read and written at least, given that each pass over more than a cache goes to memory.</summary>
    public static readonly IReadOnlyDictionary<string, double> Bytes = new Dictionary<string, double>
    {
        [Copy] = 2 * Array,
        [Add] = 3 * Array,
        [Relu] = 2 * Array,
        [Exp] = 2 * Array,
        [Log] = 2 * Array,
        [Sigmoid] = 2 * Array,
        [Tanh] = 2 * Array,
        [Sum] = Array,
        // Mean, variance, result: three reads and a write; backward: two sums over input and gradient, then both again and a write.
        [BatchNormForward] = 4 * Features,
        [BatchNormStep] = 9 * Features,
    };

    public static string Product(int size) => string.Create(CultureInfo.InvariantCulture, $"product {size}");

    public static double Operations(int size) => 2.0 * size * size * size;
}
