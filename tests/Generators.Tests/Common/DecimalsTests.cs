using System.Globalization;
using Repro.Generators.Common;

namespace Repro.Generators.Tests.Common;

public class DecimalsTests
{
    [Theory]
    [InlineData("0", "0.0")]
    [InlineData("1", "1.0")]
    [InlineData("300.000", "300.0")]
    [InlineData("0.001", "0.001")]
    [InlineData("1e-3", "0.001")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "1e-5")]
    [InlineData("1.25e-8", "1.25e-8")]
    [InlineData("0.1234567890123456789", "0.1234567890123456789")]
    public void ANumberHasOneForm(string number, string canonical) =>
        Assert.Equal(canonical, Parse(number).Canonical());

    [Fact]
    public void TheFormIsTheSameNumberAndDouble()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var number = (decimal)random.NextDouble() * Parse($"1e-{random.Next(18)}");
            var canonical = number.Canonical();
            Assert.Equal(number, Parse(canonical));
            Assert.Equal(
                double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
                double.Parse(canonical, CultureInfo.InvariantCulture));
        }
    }

    private static decimal Parse(string number) => decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
}
