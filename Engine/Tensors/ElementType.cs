using System.Numerics;
using static TorchSharp.torch;

namespace Repro.Engine.Tensors;

/// <summary>What the types of elements are, and which type two of them meet in.</summary>
internal static class ElementType
{
    public static bool IsFloating(ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64;

    public static bool IsIntegral(ScalarType type) =>
        type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64;

    /// <summary>Bool before the integers before floating point: a value never goes back in this order without being asked to.</summary>
    public static int Category(ScalarType type) => type == ScalarType.Bool ? 0 : IsIntegral(type) ? 1 : 2;

    /// <summary>The smallest type that holds the values of both.</summary>
    public static ScalarType Promote(ScalarType x, ScalarType y)
    {
        if (x == y || Category(x) > Category(y))
        {
            return x;
        }

        if (Category(x) < Category(y))
        {
            return y;
        }

        var (small, large) = x < y ? (x, y) : (y, x);
        return (small, large) == (ScalarType.Byte, ScalarType.Int8) ? ScalarType.Int16 : large;
    }

    /// <summary>Calls the visitor with the .NET type of the elements.</summary>
    public static void Visit<TVisitor>(string operation, ScalarType type, TVisitor visitor)
        where TVisitor : struct, IElementVisitor
    {
        switch (type)
        {
            case ScalarType.Float32: visitor.Visit<float>(); break;
            case ScalarType.Float64: visitor.Visit<double>(); break;
            case ScalarType.Int64: visitor.Visit<long>(); break;
            case ScalarType.Int32: visitor.Visit<int>(); break;
            case ScalarType.Int16: visitor.Visit<short>(); break;
            case ScalarType.Int8: visitor.Visit<sbyte>(); break;
            case ScalarType.Byte or ScalarType.Bool: visitor.Visit<byte>(); break;
            default: throw new NotSupportedException($"{operation}: elements of type {type} are not supported by the exact engine.");
        }
    }
}

/// <summary>Code for elements of any type. Truth values are visited as bytes of 0 and 1.</summary>
internal interface IElementVisitor
{
    void Visit<T>()
        where T : unmanaged, INumber<T>;
}
