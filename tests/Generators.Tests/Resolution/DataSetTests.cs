
namespace Repro.Generators.Tests.Resolution;

/// <summary>Data sets.</summary>
public class DataSetTests
{
    [Theory]
    [InlineData(
        "folder: data/dots",
        "folder: /data/dots",
        "(3,19) REPRO007: data.dots.folder: must be a folder inside the folder of this file, with forward slashes, such as data/faces, "
        + "but is "
        + "the text '/data/dots'")]
    [InlineData(
        "folder: data/dots",
        "folder: ../dots",
        "(3,19) REPRO007: data.dots.folder: must be a folder inside the folder of this file, with forward slashes, such as data/faces, "
        + "but is "
        + "the text '../dots'")]
    [InlineData(
        "folder: data/dots",
        "folder: data\\dots",
        "(3,19) REPRO007: data.dots.folder: must be a folder inside the folder of this file, with forward slashes, such as data/faces, "
        + "but is "
        + "the text 'data\\dots'")]
    [InlineData(
        "folder: data/dots",
        "folder: C:/dots",
        "(3,19) REPRO007: data.dots.folder: must be a folder inside the folder of this file, with forward slashes, such as data/faces, "
        + "but is "
        + "the text 'C:/dots'")]
    [InlineData(
        "folder: data/dots",
        "folder: \"\"",
        "(3,19) REPRO007: data.dots.folder: must be a folder inside the folder of this file, with forward slashes, such as data/faces, "
        + "but is "
        + "the text ''")]
    [InlineData(
        "size: [8, 8]",
        "size: 8",
        "(3,36) REPRO006: data.dots.size: must be [width, height], each a whole number from 1 to 4096, but is 8")]
    [InlineData(
        "size: [8, 8]",
        "size: [8, 8], files: \"../*.png\"",
        "(3,51) REPRO007: data.dots.files: must be a pattern of file names, such as *.png or **/*.png, or a list of them, but is the "
        + "text '../*.png'")]
    [InlineData(
        "size: [8, 8]",
        "size: [8, 8], files: \"a**/*.png\"",
        "(3,51) REPRO007: data.dots.files: must be a pattern of file names, such as *.png or **/*.png, or a list of them, but is the "
        + "text 'a**/*.png'")]
    [InlineData(
        "size: [8, 8]",
        "size: [8, 8], files: \"a/**\"",
        "(3,51) REPRO007: data.dots.files: must be a pattern of file names, such as *.png or **/*.png, or a list of them, but is the "
        + "text 'a/**'")]
    [InlineData(
        "size: [8, 8]",
        "size: [8, 8], channels: gray",
        "(3,54) REPRO008: data.dots.channels: there is no kind of channels 'gray'. Known: rgb, grayscale")]
    [InlineData(
        "size: [8, 8]",
        "size: [8, 8], channels: grayscale",
        "(19,11) REPRO014: experiments.first.data: architecture 'small' takes 3 × 8 × 8, but the images of 'dots' are 1 × 8 × 8")]
    [InlineData(
        "size: [8, 8]",
        "size: [8, 8], horizontal_flip: 0.5",
        "(3,61) REPRO006: data.dots.horizontal_flip: must be true or false, but is 0.5")]
    [InlineData(
        "size: [8, 8]",
        "size: [8, 8], sha256: abc",
        "(3,52) REPRO007: data.dots.sha256: must be 64 hexadecimal digits, but is the text 'abc'")]
    [InlineData(
        "size: [8, 8]",
        "size: [8, 8], background: white",
        "(3,56) REPRO007: data.dots.background: must be a colour as \"#rrggbb\", in quotes, but is the text 'white'")]
    [InlineData(
        "size: [8, 8]",
        "size: [8, 8], background: \"#fff\"",
        "(3,56) REPRO007: data.dots.background: must be a colour as \"#rrggbb\", in quotes, but is the text '#fff'")]
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);
}
