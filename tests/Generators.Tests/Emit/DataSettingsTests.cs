using Repro.Runtime;
using Repro.Runtime.Captures;
using Repro.Runtime.Data;
using Repro.Runtime.Training;
using static TorchSharp.torch;

namespace Repro.Generators.Tests.Emit;

/// <summary>The settings of images and checkpoints in generated code, and a training with them.</summary>
public class DataSettingsTests
{
    [Fact]
    public void TheImagesAreAsTheFileSays()
    {
        var lockOfImages = new string('a', 64);
        var yaml = Sample.With(
            "size: [8, 8]", $"size: [9, 7], files: \"**/a?.png\", background: \"#ABCDEF\", horizontal_flip: true, sha256: {lockOfImages}")
            .Replace("batch: 4", "batch: 4\n    take: 10\n    validation: 0.25", StringComparison.Ordinal)
            .Replace("input: [3, 8, 8]", "input: [3, 7, 9]", StringComparison.Ordinal)
            .Replace(
                "- linear: [4, 4, 4]\n      - conv_transpose: { channels: 3, kernel: 4, stride: 2, padding: 1 }", "- linear: [3, 7, 9]",
                StringComparison.Ordinal);
        var expected = new DataSettings
        {
            Name = "dots",
            Folder = "data/dots",
            Files = "**/a?.png",
            Width = 9,
            Height = 7,
            Channels = 3,
            Background = "#abcdef",
            HorizontalFlip = true,
            Sha256 = lockOfImages,
            Take = 10,
            Validation = new ValidationSize.Fraction(0.25m),
        };
        Assert.Equal(expected, Running.Catalog(yaml)[0].Settings.Data);
        Assert.Equal(
            expected with { Validation = new ValidationSize.Count(3) },
            Running.Catalog(yaml.Replace("0.25", "3", StringComparison.Ordinal))[0].Settings.Data);
    }

    [Theory]
    [InlineData("\"*.png\"", "*.png")]
    [InlineData("[\"*.png\"]", "*.png")]
    [InlineData("[\"*.png\", \"**/*.PNG\"]", "*.png, **/*.PNG")]
    public void ThePatternsAreAsTheFileSays(string files, string expected) => Assert.Equal(
        expected, Running.Catalog(Sample.With("size: [8, 8]", $"size: [8, 8], files: {files}"))[0].Settings.Data.Files.ToString());

    [Theory]
    [InlineData("[]", "an empty list")]
    [InlineData("[1, [2]]", "a list of 1")]
    [InlineData("{ a: b }", "a mapping of 1 key")]
    [InlineData("[\"../*.png\"]", "the text '../*.png'")]
    public void WhatIsNoPatternIsReported(string files, string found) => Assert.Contains(
        Generation.Run(Sample.With("size: [8, 8]", $"size: [8, 8], files: {files}")).Diagnostics,
        diagnostic => diagnostic.GetMessage(null).EndsWith($", but is {found}", StringComparison.Ordinal));

    [Theory]
    [InlineData("", null, 2)]
    [InlineData("checkpoint_every: auto\n    checkpoints: 2", null, 2)]
    [InlineData("checkpoint_every: 10", 10, 2)]
    [InlineData("checkpoints: 1", null, 1)]
    [InlineData("checkpoint_every: 1\n    checkpoints: 1000", 1, 1000)]
    public void TheCheckpointsAreAsTheFileSays(string keys, int? every, int keep) => Assert.Equal(
        new CheckpointSettings { Every = every, Keep = keep }, Running.Catalog(
            Sample.With("batch: 4", $"batch: 4\n    {keys}"))[0].Settings.Checkpoint);

    [Fact]
    public void GrayImagesAreTrainedOnMirroredAndValidated()
    {
        var yaml = Sample.With("size: [8, 8]", "size: [8, 8], channels: grayscale, horizontal_flip: true")
            .Replace("[3, 8, 8]", "[1, 8, 8]", StringComparison.Ordinal)
            .Replace("channels: 3,", "channels: 1,", StringComparison.Ordinal)
            .Replace("batch: 4", "batch: 4\n    captures: [5]", StringComparison.Ordinal);
        using var data = new DataSet(rand(6, 1, 8, 8), "") { Validation = rand(3, 1, 8, 8) };
        var result = Trainer.Train(Running.Catalog(yaml)[0], data, new Unobserved(), CancellationToken.None);
        Assert.Equal(3, result.Captures.Count);
        Assert.All(
            result.Captures, capture => Assert.All(capture.Picture.Pixels.ToArray().Chunk(3), pixel => Assert.Single(pixel.Distinct())));
        Assert.All(result.Epochs, epoch => Assert.Equal(
            ["validation loss", "validation reconstruction", "validation kl divergence"], epoch.Validation.Select(value => value.Name)));
    }

    private sealed class Unobserved : ITrainingObserver
    {
        public void EpochEnded(EpochResult epoch)
        {
        }

        public void Captured(Capture capture)
        {
        }
    }
}
