using System.Globalization;
using System.Reflection;
using System.Text;
using Repro.Generators.Resolution;
using static TorchSharp.torch;

namespace Repro.Generators.Tests.Emit;

/// <summary>Compiles and runs the code of layers with random arguments. The output has the inferred shape.</summary>
[Collection(nameof(DefaultGenerator))]
public class LayerCodeTests
{
    private const int OfEachLayer = 8;

    private static readonly Func<Random, string>[] Layers =
    [
        random => $"conv: {{ channels: {random.Next(1, 3) * 2}, kernel: {Extent(random, 1, 4)}, stride: {Extent(random, 1, 3)}, "
            + $"padding: {Extent(random, 0, 3)}, dilation: {Extent(random, 1, 3)}, groups: {random.Next(1, 3)}, bias: {Truth(random)}, "
                + $"padding_mode: {Word(random, "zeros", "reflect", "replicate", "circular")} }}",
        random => $"conv_transpose: {{ channels: {random.Next(1, 3) * 2}, kernel: {Extent(random, 1, 4)}, stride: "
            + $"{Extent(random, 1, 4)}, padding: {Extent(random, 0, 2)}, dilation: {Extent(random, 1, 3)}, output_padding: "
                + $"{random.Next(3)}, groups: {random.Next(1, 3)}, bias: {Truth(random)} }}",
        random => $"linear: {{ features: {Word(random, "7", "[2, 3, 4]")}, bias: {Truth(random)} }}",
        random => $"batch_norm: {{ eps: 1e-{random.Next(1, 9)}, momentum: 0.{random.Next(1, 9)}, affine: {Truth(random)}, "
            + $"track_running_stats: {Truth(random)} }}",
        random => $"layer_norm: {{ axes: {Word(random, "1", "2", "3", "all")}, affine: {Truth(random)}, bias: {Truth(random)} }}",
        random => $"group_norm: {{ groups: {random.Next(1, 5)}, affine: {Truth(random)} }}",
        random => $"dropout: 0.{random.Next(10)}",
        random => $"max_pool: {{ kernel: {random.Next(1, 4)}, stride: {random.Next(1, 4)}, padding: {random.Next(2)}, dilation: "
            + $"{random.Next(1, 3)}, ceil_mode: {Truth(random)} }}",
        random => $"avg_pool: {{ kernel: {random.Next(1, 4)}, padding: {random.Next(2)}, ceil_mode: {Truth(random)}, count_include_pad: "
            + $"{Truth(random)}, divisor: {random.Next(1, 9)} }}",
        random => $"adaptive_avg_pool: {Extent(random, 1, 9)}",
        random => $"upsample: {{ {Word(random, "scale: 2", "scale: 0.7", "size: [3, 9]", "size: 4")}, mode: "
            + $"{Word(random, "nearest", "bilinear")} }}",
        random => $"upsample: {{ scale: 1.{random.Next(1, 99)}, mode: bilinear, align_corners: {Truth(random)} }}",
        random => $"pad: {{ size: {Word(random, "1", "[0, 1, 2, 3]")}, mode: "
            + $"{Word(random, "constant", "reflect", "replicate", "circular")}, value: 0.5 }}",
        _ => "flatten",
        _ => "unflatten: [4, 6, 8]",
        _ => "identity",
        random => Word(random, "relu", "leaky_relu", "leaky_relu: 0.3", "silu", "sigmoid", "tanh"),
        random => $"elu: {random.Next(1, 4)}",
        random => $"gelu: {Word(random, "none", "tanh")}",
        random => $"softplus: {{ beta: {random.Next(1, 4)}, threshold: {random.Next(1, 30)} }}",
        random => $"softmax: {random.Next(1, 4)}",
        random => $"residual: [{{ conv: {{ channels: 4, kernel: 3, padding: 1, groups: {random.Next(1, 3)} }} }}, elu]",
        random => $"residual: {{ layers: [{{ adaptive_avg_pool: {random.Next(1, 5)} }}], shortcut: [{{ adaptive_avg_pool: "
            + $"{random.Next(1, 5)} }}] }}",
        random => $"repeat: {{ times: {random.Next(1, 4)}, layers: [{{ max_pool: {{ kernel: 2, stride: 1 }} }}, relu] }}",
    ];

    [Fact]
    public void EveryOutputHasTheShapeThatIsInferred()
    {
        var stacks = Layers.SelectMany((layer, kind) => Fitting(layer, kind)).ToArray();
        var file = File(stacks);
        var architectures = ExperimentsCompiler.Compile(new("experiments.yaml", file), []).Architectures.OfType<Architecture>().ToArray();
        Assert.Equal(stacks.Length, architectures.Length);

        var assembly = Running.Load(file, Hooks(architectures.Select(architecture => architecture.Identifier)));
        foreach (var architecture in architectures)
        {
            using var scope = NewDisposeScope();
            var type = assembly.GetType($"Repro.Experiments.{architecture.Identifier}", throwOnError: true)!;
            using var model = (nn.Module)Activator.CreateInstance(type)!;
            model.eval();
            type.GetMethod("encode")!.Invoke(model, [zeros([2, .. architecture.Input.Dimensions])]);
            var actual = (long[])type.GetField("Encoded", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(model)!;
            Assert.True(
                actual.SequenceEqual([2, .. architecture.Features.Dimensions]),
                $"{stacks[Array.IndexOf(architectures, architecture)]}: {architecture.Features}");
        }
    }

    /// <summary>Lists of one or two layers that fit an image. The last layer is of the given kind.</summary>
    private static List<string> Fitting(Func<Random, string> layer, int kind)
    {
        var found = new List<string>();
        for (var seed = 0; found.Count < OfEachLayer && seed < 40 * OfEachLayer; seed++)
        {
            var random = new Random((kind * 10_000) + seed);
            var before = Word(random, "", "flatten, ", "{ conv: { channels: 4, kernel: 2 } }, ");
            var text = layer(random);
            var stack = $"[{before}{(text.Contains(':', StringComparison.Ordinal) ? $"{{ {text} }}" : text)}]";
            if (ExperimentsCompiler.Compile(new("experiments.yaml", File([stack])), []).Architectures is [not null])
            {
                found.Add(stack);
            }
        }

        Assert.True(found.Count >= OfEachLayer / 2, $"Few layers of kind {kind} fit: {string.Join(" ", found)}");
        return found;
    }

    private static string File(string[] stacks)
    {
        var text = new StringBuilder("version: 1\narchitectures:\n");
        for (var i = 0; i < stacks.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  a{i}: {{ kind: plain, input: [4, 6, 8], latent: 2, encoder: {stacks[i]}, "
                + $"decoder: [{{ linear: [4, 6, 8] }}, sigmoid] }}\n");
        }

        return text.ToString();
    }

    private static string Hooks(IEnumerable<string> identifiers) =>
        "namespace Repro.Experiments;\n" + string.Concat(identifiers.Select(identifier =>
            $"public sealed partial class {identifier} {{ internal long[] Encoded = []; partial void OnEncoded(ref "
            + "TorchSharp.torch.Tensor features) => Encoded = features.shape; }\n"));

    private static string Extent(Random random, int from, int to) =>
        random.Next(2) == 0 ? $"{random.Next(from, to)}" : $"[{random.Next(from, to)}, {random.Next(from, to)}]";

    private static string Truth(Random random) => Word(random, "true", "false");

    private static string Word(Random random, params string[] words) => words[random.Next(words.Length)];
}
