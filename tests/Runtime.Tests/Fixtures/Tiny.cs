using Repro.Runtime.Data;
using Repro.Runtime.Imaging;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>A tiny experiment on made-up images, trained in milliseconds.</summary>
internal static class Tiny
{
    public static ExperimentSettings Settings { get; } = new()
    {
        Name = "tiny",
        Architecture = "linear",
        SpecHash = Samples.HashA,
        Data = new DataSettings
        {
            Name = "dots",
            Folder = "data/dots",
            Files = "*.png",
            Width = 8,
            Height = 8,
            Channels = 3,
            Background = "#ffffff",
            HorizontalFlip = false,
            Sha256 = null,
            Take = 6,
            Validation = null,
        },
        Seed = 3,
        Epochs = 4,
        BatchSize = 4,
        Shuffle = false,
        LatentDimension = 4,
        Captures = [2, 4],
        Network = new()
        {
            Kind = "autoencoder",
            Input = [3, 8, 8],
            Encoder = [new("norm", "batch_norm", "batch_norm", [3, 8, 8], 6)],
            Heads = [new("encoder", "linear", "latent: 4", [4], 772)],
            Decoder = [new("decoder", "linear", "linear: [3, 8, 8]", [3, 8, 8], 960)],
            PseudoInputs = null,
            Specification = "architectures:\n  linear: { kind: plain }\n",
        },
        Specification = "experiments:\n  tiny: { architecture: linear }\n",
    };

    public static Experiment Experiment { get; } = Create(Settings);

    public static Experiment Create(ExperimentSettings settings) => new(settings, () => new TinyRun());

    /// <summary>An 8×8 image; each number gives a different one.</summary>
    public static RgbImage Image(int number)
    {
        var pixels = new byte[3 * 8 * 8];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((i * (number + 3)) ^ (number * 41));
        }

        return new RgbImage(8, 8, pixels);
    }

    public static DataSet Data(int count = 6) => DataSet.Of(Stack(Enumerable.Range(0, count)), null);

    /// <summary>The images with these numbers.</summary>
    public static ImageStack Stack(IEnumerable<int> numbers) => new(8, 8, 3, [.. numbers.Select(number => Image(number).Pixels.ToArray())]);

    /// <summary>Writes the images into the data folder below <paramref name="root"/>, in <paramref name="order"/> if it is given.</summary>
    public static void WriteImages(string root, int count = 6, IEnumerable<int>? order = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "data", "dots")).FullName;
        foreach (var i in order ?? Enumerable.Range(0, count))
        {
            File.WriteAllBytes(Path.Combine(folder, $"dot-{i}.png"), Image(i).ToPng());
        }
    }

    /// <summary>Flips the last bit of a pixel's blue in an image file. A second call flips it back.</summary>
    public static void ChangePixel(string path, int row, int column)
    {
        var image = PictureFile.Read(path);
        var pixels = image.Pixels.ToArray();
        pixels[(((row * image.Width) + column) * 3) + 2] ^= 1;
        File.WriteAllBytes(path, new RgbImage(image.Width, image.Height, pixels).ToPng());
    }
}
