using System.Security.Cryptography;
using System.Text;
using Repro.Runtime.Data;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Data;

public class ValidationSplitTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 50).Select(number => $"dot-{number}.png")];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(13, 13)]
    [InlineData(49, 49)]
    public void ANumberOfImagesIsHeldBack(int number, int expected) =>
        Assert.Equal(expected, HeldBack(Names, new ValidationSize.Count(number)).Count);

    [Theory]
    [InlineData("0.2", 50, 10)]
    [InlineData("0.01", 50, 1)]
    [InlineData("0.001", 50, 1)]
    [InlineData("0.03", 50, 2)]
    [InlineData("0.029", 50, 1)]
    [InlineData("0.5", 3, 2)]
    public void AShareIsRoundedToTheNearestNumberAndIsAtLeastOne(string share, int images, int expected) =>
        Assert.Equal(
            expected, new ValidationSize.Fraction(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)).Of(images));

    [Fact]
    public void TheyAreThoseWhosePathsHashesComeFirst()
    {
        var expected = Names.Select(name => (Name: name, Hash: SHA256.HashData(Encoding.UTF8.GetBytes(name))))
            .OrderBy(image => Convert.ToHexString(image.Hash), StringComparer.Ordinal).Take(7).Select(image => image.Name);
        Assert.Equal(expected.Order(StringComparer.Ordinal), HeldBack(Names, new ValidationSize.Count(7)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnAddedImageChangesThePlaceOfOneOtherAtMost()
    {
        var before = HeldBack(Names, new ValidationSize.Count(7));
        for (var i = 0; i < 20; i++)
        {
            var after = HeldBack([.. Names, $"new-{i}.png"], new ValidationSize.Count(7));
            Assert.InRange(before.Except(after).Count(), 0, 1);
        }
    }

    [Fact]
    public void NothingIsHeldBackUnlessAskedFor() => Assert.Empty(HeldBack(Names, null));

    [Theory]
    [InlineData(50)]
    [InlineData(51)]
    public void OneImageAtLeastIsLeftToTrainOn(int number)
    {
        var error = Assert.Throws<ReproException>(() => HeldBack(Names, new ValidationSize.Count(number)));
        Assert.StartsWith($"data set 'dots': {number} of 50 images are held back for validation", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlySet<string> HeldBack(IReadOnlyList<string> names, ValidationSize? size) =>
        ValidationSplit.HeldBack(names, Tiny.Settings.Data with { Validation = size });
}
