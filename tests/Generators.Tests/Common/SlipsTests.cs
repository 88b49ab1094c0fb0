using Repro.Generators.Common;

namespace Repro.Generators.Tests.Common;

public class SlipsTests
{
    [Fact]
    public void TheBandGivesWhatTheWholeTableGives()
    {
        var random = new Random(1);
        for (var i = 0; i < 5000; i++)
        {
            var (left, right, most) = (Word(random), Word(random), random.Next(5));
            var slips = WholeTable(left, right);
            Assert.Equal(slips <= most ? slips : null, Slips.Count(left, right, most));
        }
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => "abAc"[random.Next(4)]));

    private static int WholeTable(string left, string right)
    {
        (left, right) = (left.ToUpperInvariant(), right.ToUpperInvariant());
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
