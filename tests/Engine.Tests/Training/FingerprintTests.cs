using Repro.Engine.Fingerprints;
using Repro.Engine.Fingerprints.Training;
using Repro.Engine.Tests.Golden;
using Repro.Engine.Tests.Testing;

namespace Repro.Engine.Tests.Training;

/// <summary>
/// Short trainings give the recorded bits: with every kernel, any number of threads, threads that come late and change in number, and
/// several processes at once.
/// </summary>
public class FingerprintTests
{
    private static readonly GoldenHashes Golden = GoldenHashes.Load();

    public static TheoryData<string> Names => [.. Trainings.All.Select(training => training.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ThreadsAndKernelsChangeNothing(string name)
    {
        var run = Run(name);
        Threads.Each(threads => Golden.Check(name, run(() => { }), $"with {threads} threads"));
        Kernel.Each(bits => Golden.Check(name, run(() => { }), $"with kernel {bits}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LateThreadsAndChangingNumbersOfThemChangeNothing(string name)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            using var disturbance = new Disturbance(seed);
            Golden.Check(name, Run(name)(disturbance.BetweenSteps), $"with disturbance {seed}");
            Assert.True(disturbance.Delays > 0, "No thread was late.");
        }
    }

    [Fact]
    public async Task ProcessesAtOnceWithOtherInstructionSetsChangeNothing()
    {
        string?[] settings = [null, .. FingerprintProcess.Settings];
        var outputs = await Task.WhenAll(settings.Select((setting, i) => FingerprintProcess.Run($"trainings {i}", setting)));
        foreach (var (setting, lines) in settings.Zip(outputs))
        {
            Assert.Equal(Trainings.All.Count, lines.Length);
            Assert.All(lines, line => Golden.Check(line.Name, line.Hash, $"beside other processes, with {setting ?? "no setting"}"));
        }
    }

    private static Func<Action, string> Run(string name) => Trainings.All.Single(training => training.Name == name).Run;
}
