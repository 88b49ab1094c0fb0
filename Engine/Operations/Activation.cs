using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Smooth functions of one number, each with its derivative (rule 4).</summary>
internal static class Activation
{
    public static Tensor Elu(Tensor x, double alpha) =>
        Apply("elu", x, new EveryLane<Elu>(new Elu((float)alpha)), new EveryLane<EluDerivative>(new EluDerivative((float)alpha)));

    public static Tensor Gelu(Tensor x) => Apply("gelu", x, default(Gelu), default(GeluDerivative));

    public static Tensor GeluByTanh(Tensor x) => Apply("gelu", x, default(EveryLane<GeluByTanh>), default(EveryLane<GeluByTanhDerivative>));

    public static Tensor Silu(Tensor x) => Apply("silu", x, default(EveryLane<Silu>), default(EveryLane<SiluDerivative>));

    public static Tensor Softplus(Tensor x, double beta, double threshold) =>
        Apply(
        "softplus",
        x,
        new EveryLane<Softplus>(new Softplus((float)beta, (float)threshold)),
        new EveryLane<SoftplusDerivative>(new SoftplusDerivative((float)beta, (float)threshold)));

    public static Tensor Erf(Tensor x) => Apply("erf", x, default(Erf), default(ErfDerivative));

    public static Tensor Expm1(Tensor x) => Apply("expm1", x, default(EveryLane<Expm1>), default(EveryLane<Exp>));

    public static Tensor Log1p(Tensor x) => Apply("log1p", x, default(EveryLane<Log1p>), default(EveryLane<Log1pDerivative>));

    public static Tensor XLogX(Tensor x) => Apply("xlogy", x, default(EveryLane<XLogX>), default(EveryLane<XLogXDerivative>));

    private static Tensor Apply<TOperator, TDerivative>(string operation, Tensor x, TOperator op, TDerivative derivative)
        where TOperator : struct, IUnaryOperator
        where TDerivative : struct, IUnaryOperator =>
        Node.Record(operation, Map.Unary(operation, x, op), [x], node =>
        {
            var xs = node.Save(x);
            return g => [Map.Binary(operation, xs.Value, g, new Chain<TDerivative>(derivative))];
        });
}
