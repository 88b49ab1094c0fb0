using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Repro.Generators.Tests.Fuzz;

/// <summary>Random files: 1050 in all, and 28,000 when <c>REPRO_SLOW_TESTS</c> is 1. Code from accepted files compiles.</summary>
public class RandomTests
{
    private const int MostCompiled = 4;

    private static readonly int Count = Answer.IsThorough ? 4000 : 150;

    [Fact]
    public void Characters() => Many(random => Answer.To(RandomYaml.Characters(random)));

    [Fact]
    public void Bytes() => Many(random => Answer.To(new BytesFile(RandomYaml.Bytes(random))));

    [Fact]
    public void Structures() => Many(random => Answer.To(RandomYaml.Structure(random)));

    [Fact]
    public void EditedFiles() => Many(random => Answer.To(RandomYaml.Edited(random)));

    [Fact]
    public void SplicedFiles() => Many(random => Answer.To(RandomYaml.Spliced(random)));

    [Fact]
    public void RenumberedFiles() => Many(random => Answer.To(RandomYaml.Renumbered(random)));

    [Fact]
    public void RewordedFiles() => Many(random => Answer.To(RandomYaml.Reworded(random)));

    private static void Many(Func<Random, GeneratorRunResult> answer)
    {
        var compiled = new HashSet<string>();
        for (var seed = 0; seed < Count; seed++)
        {
            var result = answer(new Random(seed));
            if (result.Diagnostics.IsEmpty && compiled.Count < MostCompiled && compiled.Add(result.Text()))
            {
                Assert.True(
                    result.Problems() is [],
                    string.Create(CultureInfo.InvariantCulture, $"{seed}: {string.Join("\n", result.Problems())}"));
            }
        }
    }
}
