namespace Repro.Runtime.Weights;

/// <summary>Names and sizes of <see cref="WeightType"/>.</summary>
internal static class WeightTypes
{
    public static int Size(this WeightType type) => type == WeightType.Float32 ? 4 : 8;

    /// <summary>The type's name in a safetensors file.</summary>
    public static string Code(this WeightType type) => type == WeightType.Float32 ? "F32" : "I64";

    public static WeightType? FromCode(string? code) => code switch
    {
        "F32" => WeightType.Float32,
        "I64" => WeightType.Int64,
        _ => null,
    };
}
