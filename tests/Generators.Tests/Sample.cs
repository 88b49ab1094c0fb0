
namespace Repro.Generators.Tests;

/// <summary>A small valid file for tests to change.</summary>
internal static class Sample
{
    public const string Text =
        """
        version: 1
        data:
          dots: { folder: data/dots, size: [8, 8] }
        architectures:
          small:
            kind: variational
            input: [3, 8, 8]
            latent: 2
            encoder:
              - conv: { channels: 4, kernel: 4, stride: 2, padding: 1 }
              - relu
            decoder:
              - linear: [4, 4, 4]
              - conv_transpose: { channels: 3, kernel: 4, stride: 2, padding: 1 }
              - sigmoid
        experiments:
          first:
            architecture: small
            data: dots
            seed: 1
            epochs: 5
            batch: 4
            optimizer: { adam: { learning_rate: 0.01 } }
            loss: evidence_lower_bound

        """;

    /// <summary>The file with one text replaced, which must occur once. In both texts <c>\n</c> is a line break.</summary>
    public static string With(string old, string replacement)
    {
        old = old.Replace("\\n", "\n", StringComparison.Ordinal);
        Assert.Equal(2, Text.Split(old).Length);
        return Text.Replace(old, replacement.Replace("\\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
