using Repro.Experiments.Paper;

namespace Repro.Experiments.Tests.Paper;

/// <summary><see cref="Claim"/> and <see cref="Spread"/>: what the page makes of numbers.</summary>
public class ClaimTests
{
    [Theory]
    [InlineData("**yes**, in all 3 seeds", true, true, true)]
    [InlineData("**not always**: in 2 of 3 seeds", true, false, true)]
    [InlineData("**no**, in none of 3 seeds", false, false, false)]
    [InlineData("**yes**, in the one seed", true)]
    [InlineData("**no**, in the one seed", false)]
    public void TheVerdictCountsSeeds(string verdict, params bool[] holds) => Assert.Equal(verdict, new Claim("", "", holds).Verdict);

    [Fact]
    public void ComparisonsAreSeedBySeed()
    {
        Assert.Equal([true, false, false], Claim.Less([1, 2, 3], [2, 2, 1]));
        Assert.Equal([true, false, false], Claim.All([true, true, false], [true, false, true]));
    }

    [Theory]
    [InlineData("12.8 ± 0.4", 12.4, 12.8, 13.2)]
    [InlineData("36.0 ± 2.0", 34.0, 36.0, 38.0)]
    [InlineData("50", 50.0, 50.0, 50.0)]
    [InlineData("0.123", 0.1234)]
    [InlineData("26.9", 26.87, 26.87, 26.87)]
    [InlineData("1482 ± 1", 1481.2, 1482.0, 1482.8)]
    public void NumbersHaveAboutThreeDigits(string text, params double[] values) => Assert.Equal(text, Spread.Text(values));
}
