using Repro.Generators.Common;

namespace Repro.Generators.Vocabulary.Shapes;

/// <summary>The shape of one sample: a feature map (channels, height, width) or a vector of features.</summary>
internal sealed record Shape(EquatableArray<long> Dimensions)
{
    public static Shape Vector(long features) => new(new EquatableArray<long>([features]));

    public static Shape Map(long channels, long height, long width) => new(new EquatableArray<long>([channels, height, width]));

    public bool IsMap => Dimensions.Count == 3;

    /// <summary>Of a feature map.</summary>
    public long Channels => Dimensions[0];

    /// <summary>Of a feature map.</summary>
    public long Height => Dimensions[1];

    /// <summary>Of a feature map.</summary>
    public long Width => Dimensions[2];

    /// <summary>Height and width of a feature map in words: <c>8 × 8</c>.</summary>
    public string Area => Invariant($"{Height} × {Width}");

    /// <summary>The number of values.</summary>
    public long Count => Dimensions.Aggregate(1L, (product, dimension) => product * dimension);

    public override string ToString() => string.Join(" × ", Dimensions);
}
