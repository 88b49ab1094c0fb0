using System.Reflection;
using Repro.Engine.Tests.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Autograd;

/// <summary>Operations in place on elements that share memory: refused within one tensor, as in PyTorch, and exact between two.</summary>
public class OverlapTests
{
    private static readonly HashSet<string> ChangeNoElement =
        ["requires_grad_", "detach_", "squeeze_", "unsqueeze_", "transpose_", "clip_grad_norm_"];

    public static TheoryData<string> InPlace { get; } = [.. Methods().Select(method => Label(method)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(InPlace))]
    public void NoOperationInPlaceWritesAnElementTwice(string label)
    {
        using var scope = NewDisposeScope();
        var method = Methods().Single(candidate => Label(candidate) == label);
        foreach (var (name, overlapping) in Overlapping())
        {
            var before = overlapping.Values();
            var arguments = method.GetParameters().Select(parameter => Argument(parameter, overlapping)).ToList();
            object? target = method.IsStatic ? null : overlapping;
            if (method.IsStatic)
            {
                arguments[0] = overlapping;
            }

            var failure = Assert.Throws<TargetInvocationException>(() => method.Invoke(target, [.. arguments]));
            var message = Assert.IsType<InvalidOperationException>(failure.InnerException).Message;
            Assert.Contains("refers to a single memory location", message, StringComparison.Ordinal);
            Bits.Equal(before, overlapping.Values(), name);
        }
    }

    [Fact]
    public void OtherWaysToWriteRefuseThemToo()
    {
        using var scope = NewDisposeScope();
        var one = ones(1).expand(3);
        var pick = tensor(new long[] { 0, 1 });
        Assert.Throws<InvalidOperationException>(() => one[pick] = tensor(2f));
        Assert.Throws<InvalidOperationException>(() => one[..] = tensor(2f));
        Assert.Throws<InvalidOperationException>(() => nn.functional.relu(one, inplace: true));
        Assert.Throws<InvalidOperationException>(
            () => nn.functional.batch_norm(ones(2, 3), running_mean: one, running_var: ones(3), training: true));
        Assert.Equal([1f, 1, 1], one.Values());
    }

    [Fact]
    public void OneElementOfAnExpandedTensorCanBeSet()
    {
        using var scope = NewDisposeScope();
        var one = ones(1).expand(3);
        one[1] = tensor(5f);
        Assert.Equal([5f, 5, 5], one.Values());
    }

    [Fact]
    public void AxesOfOneElementAndEmptyTensorsDoNotOverlap()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, 3).expand(1, 3);
        x.mul_(2);
        Assert.Equal([2f, 2, 2], x.Values());
        Assert.Equal([0, 4], ones(1, 4).expand(0, 4).mul_(2).shape);
    }

    [Fact]
    public void ATransposedTensorIsCopiedIntoItself()
    {
        using var scope = NewDisposeScope();
        var x = arange(9f).reshape(3, 3);
        x.copy_(x.t());
        Assert.Equal([0f, 3, 6, 1, 4, 7, 2, 5, 8], x.Values());
    }

    [Fact]
    public void ARowOfTheTensorCanBeAddedToIt()
    {
        using var scope = NewDisposeScope();
        var x = arange(6f).reshape(2, 3);
        x.add_(x[0]);
        Assert.Equal([0f, 2, 4, 3, 5, 7], x.Values());
        x.sub_(x[1]);
        Assert.Equal([-3f, -3, -3, 0, 0, 0], x.Values());
    }

    [Fact]
    public void PickedElementsAreReadBeforeTheyAreWritten()
    {
        using var scope = NewDisposeScope();
        var x = arange(4f);
        x[tensor(new long[] { 1, 2, 3 })] = x[..3];
        Assert.Equal([0f, 0, 1, 2], x.Values());
    }

    // Whatever two views of one tensor share: what is written is what stood there before the first write.
    [Fact]
    public void CopiesAndSumsBetweenViewsOfOneTensorAreExact()
    {
        var random = new System.Random(17);
        for (var round = 0; round < 400; round++)
        {
            using var scope = NewDisposeScope();
            var (rows, columns) = (random.Next(1, 5), random.Next(1, 5));
            var (target, source) = (AnyView(rows, columns, random), AnyView(rows, columns, random));
            var row = random.Next(3 * rows);
            var (whole, expected) = (arange(64f), arange(64f));
            var values = Operand(source(expected)).clone();
            if (round % 2 == 0)
            {
                target(expected).copy_(values);
                target(whole).copy_(Operand(source(whole)));
            }
            else
            {
                target(expected).add_(values);
                target(whole).add_(Operand(source(whole)));
            }

            Bits.Equal(expected.Values(), whole.Values(), $"round {round}");

            Tensor Operand(Tensor view) => row < rows ? view[row] : view;
        }
    }

    /// <summary>A view of rows × columns elements of 64: with any start and step, transposed or not.</summary>
    private static Func<Tensor, Tensor> AnyView(int rows, int columns, System.Random random)
    {
        var isTransposed = random.Next(2) == 0;
        var (height, width) = isTransposed ? (columns, rows) : (rows, columns);
        var (down, right) = (random.Next(1, 3), random.Next(1, 3));
        var (top, left) = (random.Next(8 - ((height - 1) * down)), random.Next(8 - ((width - 1) * right)));
        return x =>
        {
            var view = x.view(8, 8)
                .slice(0, top, top + ((height - 1) * down) + 1, down)
                .slice(1, left, left + ((width - 1) * right) + 1, right);
            return isTransposed ? view.t() : view;
        };
    }

    private static IEnumerable<MethodInfo> Methods() =>
        from type in new[] { typeof(Tensor), typeof(torch), typeof(nn.init) }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        where method.Name.EndsWith('_') && !ChangeNoElement.Contains(method.Name)
        select method;

    private static string Label(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name))})";

    private static IEnumerable<(string Name, Tensor Tensor)> Overlapping()
    {
        yield return ("expanded", ones(1, 3).expand(3, 3));
        yield return ("transposed", ones(3, 1).expand(3, 3).t());
        yield return ("a part", ones(4, 1).expand(4, 4)[..2, 1..3]);
    }

    private static object? Argument(ParameterInfo parameter, Tensor like) => parameter.ParameterType switch
    {
        var type when type == typeof(Tensor) => ones(like.shape),
        var type when type == typeof(Scalar) => (Scalar)2f,
        _ when parameter.HasDefaultValue => parameter.DefaultValue,
        var type when type == typeof(double) => 0.5,
        var type => throw new NotSupportedException($"The test gives no {type}; add one."),
    };
}
