using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>x + y.</summary>
internal readonly struct Add : IBinaryOperator
{
    public float Invoke(float x, float y) => x + y;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => x + y;
}

/// <summary>x + alpha·y, the product rounded before the sum.</summary>
internal readonly struct AddScaled(float alpha) : IBinaryOperator
{
    public float Invoke(float x, float y) => x + (alpha * y);

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => x + (new Vector<float>(alpha) * y);
}

/// <summary>x − y.</summary>
internal readonly struct Subtract : IBinaryOperator
{
    public float Invoke(float x, float y) => x - y;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => x - y;
}

/// <summary>x · y.</summary>
internal readonly struct Multiply : IBinaryOperator
{
    public float Invoke(float x, float y) => x * y;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => x * y;
}

/// <summary>x / y.</summary>
internal readonly struct Divide : IBinaryOperator
{
    public float Invoke(float x, float y) => x / y;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => x / y;
}

/// <summary>(x − y)².</summary>
internal readonly struct SquaredDifference : IBinaryOperator
{
    public float Invoke(float x, float y) => (x - y) * (x - y);

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => (x - y) * (x - y);
}

/// <summary>scale · (x − y).</summary>
internal readonly struct ScaledDifference(float scale) : IBinaryOperator
{
    public float Invoke(float x, float y) => scale * (x - y);

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => new Vector<float>(scale) * (x - y);
}

/// <summary>x + c.</summary>
internal readonly struct AddConstant(float c) : IUnaryOperator
{
    public float Invoke(float x) => x + c;

    public Vector<float> Invoke(Vector<float> x) => x + new Vector<float>(c);
}

/// <summary>c − x.</summary>
internal readonly struct SubtractFromConstant(float c) : IUnaryOperator
{
    public float Invoke(float x) => c - x;

    public Vector<float> Invoke(Vector<float> x) => new Vector<float>(c) - x;
}

/// <summary>c · x.</summary>
internal readonly struct MultiplyByConstant(float c) : IUnaryOperator
{
    public float Invoke(float x) => x * c;

    public Vector<float> Invoke(Vector<float> x) => x * new Vector<float>(c);
}

/// <summary>x / c.</summary>
internal readonly struct DivideByConstant(float c) : IUnaryOperator
{
    public float Invoke(float x) => x / c;

    public Vector<float> Invoke(Vector<float> x) => x / new Vector<float>(c);
}

/// <summary>c / x.</summary>
internal readonly struct DivideConstantBy(float c) : IUnaryOperator
{
    public float Invoke(float x) => c / x;

    public Vector<float> Invoke(Vector<float> x) => new Vector<float>(c) / x;
}

/// <summary>−x.</summary>
internal readonly struct Negate : IUnaryOperator
{
    public float Invoke(float x) => -x;

    public Vector<float> Invoke(Vector<float> x) => -x;
}

/// <summary>x².</summary>
internal readonly struct Square : IUnaryOperator
{
    public float Invoke(float x) => x * x;

    public Vector<float> Invoke(Vector<float> x) => x * x;
}

/// <summary>√x, correctly rounded.</summary>
internal readonly struct SquareRoot : IUnaryOperator
{
    public float Invoke(float x) => MathF.Sqrt(x);

    public Vector<float> Invoke(Vector<float> x) => Vector.SquareRoot(x);
}

/// <summary>|x|.</summary>
internal readonly struct Absolute : IUnaryOperator
{
    public float Invoke(float x) => MathF.Abs(x);

    public Vector<float> Invoke(Vector<float> x) => Vector.Abs(x);
}

/// <summary>1 / √(x + eps).</summary>
internal readonly struct InverseRoot(float eps) : IUnaryOperator
{
    public float Invoke(float x) => 1 / MathF.Sqrt(x + eps);

    public Vector<float> Invoke(Vector<float> x) => Vector<float>.One / Vector.SquareRoot(x + new Vector<float>(eps));
}
