using Repro.Engine.Fingerprints.Operations;
using Repro.Engine.Tests.Testing;

namespace Repro.Engine.Tests.Golden;

/// <summary>Every public operation gives the bits that are recorded for it, with every kernel and any number of threads.</summary>
public class OperationTests
{
    private static readonly GoldenHashes Golden = GoldenHashes.Load();

    public static TheoryData<string> Names => [.. Operation.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void BitsAreThoseOfThisVersion(string name)
    {
        var operation = Operation.All.Single(operation => operation.Name == name);
        Threads.Each(threads => Golden.Check(name, operation.Hash(), $"with {threads} threads"));
        Kernel.Each(bits => Golden.Check(name, operation.Hash(), $"with kernel {bits}"));
    }

    [Fact]
    public async Task BitsAreTheSameWithOtherInstructionSets()
    {
        foreach (var pair in FingerprintProcess.Settings.Chunk(2))
        {
            var outputs = await Task.WhenAll(pair.Select(setting => FingerprintProcess.Run("operations", setting)));
            foreach (var (setting, lines) in pair.Zip(outputs))
            {
                Assert.Equal(Operation.All.Count, lines.Length);
                Assert.All(lines, line => Golden.Check(line.Name, line.Hash, $"with {setting}"));
            }
        }
    }

    [Fact]
    public void TheTableIsOfThisVersion() => Assert.Equal($"numerics {Numerics.Version}", Golden.Version);

    [Fact]
    public void TheTableHasNothingElse() =>
        Assert.Equal(
            Operation.All.Select(operation => operation.Name).Concat(Fingerprints.Training.Trainings.All.Select(training => training.Name)),
            Golden.Hashes.Keys);
}
