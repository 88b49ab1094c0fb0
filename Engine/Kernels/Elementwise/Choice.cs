using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>Elements of one tensor or of another, as a third says, with broadcasting.</summary>
internal static unsafe class Choice
{
    /// <summary>x where the condition holds, y elsewhere; x and y have one type.</summary>
    public static Tensor Run(string operation, Tensor condition, Tensor x, Tensor y)
    {
        var sizes = Layout.Broadcast(operation, condition.Sizes, Layout.Broadcast(operation, x.Sizes, y.Sizes));
        var result = Tensor.Allocate(sizes, x.dtype);
        switch (result.ElementSize)
        {
            case 1: Run<byte>(condition, x, y, result); break;
            case 2: Run<short>(condition, x, y, result); break;
            case 4: Run<int>(condition, x, y, result); break;
            default: Run<long>(condition, x, y, result); break;
        }

        return result;
    }

    private static void Run<T>(Tensor condition, Tensor x, Tensor y, Tensor result)
        where T : unmanaged
    {
        using var test = condition.Pin();
        using var left = x.Pin();
        using var right = y.Pin();
        using var output = result.Pin();
        var (c, l, r, to) = ((nint)test.Bytes, (nint)left.Bytes, (nint)right.Bytes, (nint)output.Bytes);
        var loop = new StridedLoop(
            result.Sizes,
            [.. result.Strides],
            Layout.Expand(condition.Sizes, condition.Strides, result.Sizes),
            Layout.Expand(x.Sizes, x.Strides, result.Sizes),
            Layout.Expand(y.Sizes, y.Strides, result.Sizes));
        loop.Run((at, step, count) =>
        {
            var zs = (T*)to + at[0];
            var cs = (bool*)c + at[1];
            var xs = (T*)l + at[2];
            var ys = (T*)r + at[3];
            for (var i = 0L; i < count; i++)
            {
                zs[i * step[0]] = cs[i * step[1]] ? xs[i * step[2]] : ys[i * step[3]];
            }
        });
    }
}
