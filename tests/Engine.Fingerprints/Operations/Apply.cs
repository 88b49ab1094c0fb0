using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>Applies functions to the inputs that a family of operations has in common.</summary>
internal static class Apply
{
    /// <summary>Long enough that threads share the work.</summary>
    private const long Long = 40_003;

    /// <summary>The result, and the gradients of the inputs that have one, for a fixed gradient of the result.</summary>
    public static IEnumerable<Tensor> WithGradients(Func<Tensor[], Tensor> function, params Tensor[] inputs)
    {
        foreach (var input in inputs)
        {
            input.requires_grad_();
        }

        var result = function(inputs);
        result.backward([Numbers.Any(99, result.shape)]);
        return [result.detach(), .. inputs.Select(input => input.grad).OfType<Tensor>()];
    }

    /// <summary>A function of one operand: odd shapes, special values, permuted axes, long.</summary>
    public static Operation Unary(string name, Func<Tensor, Tensor> function) => new(name, () =>
    [
        .. WithGradients(x => function(x[0]), Numbers.Any(1, 3, 5, 17)),
        .. WithGradients(x => function(x[0]), Numbers.Positive(2, 5, 13)),
        .. WithGradients(x => function(x[0]), Numbers.WithSpecial(3, 257)),
        .. WithGradients(x => function(x[0].permute(2, 0, 1)), Numbers.Any(4, 4, 6, 5)),
        .. WithGradients(x => function(x[0]), Numbers.Any(5, Long)),
    ]);

    /// <summary>A function of two operands: of one shape, broadcast on either side, special values, permuted axes, long.</summary>
    public static Operation Binary(string name, Func<Tensor, Tensor, Tensor> function) => new(name, () =>
    [
        .. WithGradients(x => function(x[0], x[1]), Numbers.Any(1, 3, 5, 17), Numbers.Any(2, 3, 5, 17)),
        .. WithGradients(x => function(x[0], x[1]), Numbers.Any(3, 3, 5, 17), Numbers.Any(4, 5, 1)),
        .. WithGradients(x => function(x[0], x[1]), Numbers.Any(5, 4, 1), Numbers.Any(6, 300, 1, 7)),
        .. WithGradients(x => function(x[0], x[1]), Numbers.WithSpecial(7, 257), Numbers.WithSpecial(8, 257)),
        .. WithGradients(x => function(x[0].t(), x[1]), Numbers.Any(9, 31, 9), Numbers.Any(10, 9, 31)),
        .. WithGradients(x => function(x[0], x[1]), Numbers.Any(11, Long), Numbers.Any(12, Long)),
    ]);

    /// <summary>A change in place of one operand by another, or by none.</summary>
    public static Operation InPlace(string name, Action<Tensor, Tensor> change) => new(name, () =>
    {
        Tensor[] changed =
            [Numbers.Any(1, 3, 5, 17), Numbers.WithSpecial(2, 3, 257), Numbers.Any(3, 17, 3, 5).permute(1, 2, 0), Numbers.Any(4, Long)];
        Tensor[] operands = [Numbers.Any(5, 5, 1), Numbers.WithSpecial(6, 257), Numbers.Any(7, 3, 5, 17), Numbers.Any(8, Long)];
        for (var i = 0; i < changed.Length; i++)
        {
            change(changed[i], operands[i]);
        }

        return changed;
    });

    /// <summary>A function of fixed inputs, with gradients.</summary>
    public static Operation Of(string name, Func<Tensor[], Tensor> function, params long[][] shapes) => new(name, () =>
        WithGradients(function, [.. shapes.Select((shape, i) => Numbers.Any(i + 1, shape))]));

    /// <summary>What has no gradients.</summary>
    public static Operation Plain(string name, Func<Tensor> function) => new(name, () => [function()]);

    /// <summary>A layer on an input, in training: the result, the gradients of input and parameters, and the buffers after it.</summary>
    public static Operation Layer(string name, Func<nn.Module<Tensor, Tensor>> create, params long[][] shapes) => new(name, () =>
    {
        using var module = create();
        Tensor[] parameters = [.. module.parameters()];
        List<Tensor> results = [];
        foreach (var shape in shapes)
        {
            module.zero_grad();
            results.AddRange(
                WithGradients(x => module.call(x[0]), [Numbers.Any(1, shape), .. parameters]).Select(result => result.clone()));
        }

        results.AddRange(module.named_buffers().Select(entry => entry.buffer.clone()));
        module.eval();
        results.Add(module.call(Numbers.Any(2, shapes[0])).detach());
        return results;
    });
}
