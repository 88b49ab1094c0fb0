namespace Repro.Engine.Tests.Golden;

/// <summary>
/// hashes.txt: the bits of every operation and of short trainings under one version of the contract, as Repro.Engine.Fingerprints writes
/// it.
/// </summary>
internal sealed record GoldenHashes(string Version, IReadOnlyDictionary<string, string> Hashes)
{
    private const int HashLength = 64;
    private const string File = "Golden/hashes.txt";

    public static GoldenHashes Load()
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, File));
        return new(
            lines[0], lines.Skip(1).ToDictionary(line => line[(HashLength + 2)..], line => line[..HashLength], StringComparer.Ordinal));
    }

    /// <summary>Fails, with what to do, where the bits of <paramref name="name"/> are not the recorded ones.</summary>
    public void Check(string name, string actual, string where)
    {
        Assert.True(Hashes.TryGetValue(name, out var expected), $"{name} has no line in {File}. Add this one:\n{actual}  {name}");
        Assert.True(expected == actual, $"""
            {name}: other bits than numerics version {Numerics.Version} has, {where}.
            expected {expected}
            actual   {actual}
            If other rows of this table pass under the same conditions, or this one fails under some only, it is a mistake: find it.
            If the change is wanted, it is a new version of the contract:
              1. raise Numerics.Version (Engine/Numerics.cs) and say in docs/numerics.md what changed;
              2. write the table anew: dotnet run -c Release --project tests/Engine.Fingerprints > tests/Engine.Tests/{File}
              3. run and accept every locked experiment again. Snapshots name the version they were locked under; from now on no engine of
                 this version can reproduce them, and who needs the old numbers needs the old commit.
            """);
    }
}
