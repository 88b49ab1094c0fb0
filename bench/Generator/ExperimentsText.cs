using System.Globalization;
using System.Text;

namespace Repro.Bench.Generator;

/// <summary>
/// An <c>experiments.yaml</c> of a given size: 50 architectures of 19 layers, and experiments of which every second gives all keys.
/// </summary>
internal static class ExperimentsText
{
    public const int Architectures = 50;

    private static readonly int[] EncoderChannels = [64, 128, 256];
    private static readonly int[] DecoderChannels = [128, 64];

    /// <param name="experiments">How many experiments it has.</param>
    /// <param name="lastSeed">The seed of the last one.</param>
    public static string Of(int experiments, int lastSeed)
    {
        var text = new StringBuilder("version: 1\ndata:\n  faces: { folder: data/faces, size: [64, 64] }\narchitectures:\n");
        for (var i = 0; i < Architectures; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  net-{i}:\n    kind: {(i % 2 == 0 ? "variational" : "plain")}\n    input: [3, 64, 64]\n    latent: {i + 2}\n");
            text.Append("    encoder:\n").AppendJoin("", EncoderChannels.Select(Encoding));
            text.Append("    decoder:\n      - linear: [256, 8, 8]\n").AppendJoin("", DecoderChannels.Select(Decoding));
            text.Append("      - conv_transpose: { channels: 3, kernel: 4, stride: 2, padding: 1 }\n      - sigmoid\n");
        }

        text.Append("experiments:\n");
        for (var i = 0; i < experiments; i++)
        {
            text.Append(Experiment(i, i == experiments - 1 ? lastSeed : i));
        }

        return text.ToString();
    }

    private static string Encoding(int channels) => string.Create(
        CultureInfo.InvariantCulture, $"      - conv: {{ channels: {channels}, kernel: 4, stride: 2, padding: 1, bias: false }}\n      "
            + $"- batch_norm\n      - leaky_relu: 0.2\n");

    private static string Decoding(int channels) => string.Create(
        CultureInfo.InvariantCulture, $"      - conv_transpose: {{ channels: {channels}, kernel: 4, stride: 2, padding: 1, bias: false "
            + $"}}\n      - batch_norm\n      - relu\n");

    private static string Experiment(int number, int seed) => number % 2 == 1
        ? string.Create(CultureInfo.InvariantCulture, $"  run-{number}: {{ like: run-{number - 1}, seed: {seed} }}\n")
        : string.Create(
            CultureInfo.InvariantCulture,
            $$"""
              run-{{number}}:
                architecture: net-{{number / 2 % Architectures}}
                data: faces
                take: 70
                seed: {{seed}}
                epochs: 300
                batch: 128
                shuffle: false
                optimizer: { adam: { learning_rate: 1e-3 } }
                loss: squared_error
                captures: [10, 130, 300]

            """);
}
