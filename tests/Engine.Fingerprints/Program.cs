using System.Runtime.InteropServices;
using Repro.Engine.Fingerprints.Operations;
using Repro.Engine.Fingerprints.Training;

namespace Repro.Engine.Fingerprints;

/// <summary>Writes the hashes of this machine in the form of tests/Engine.Tests/Golden/hashes.txt.</summary>
internal static class Program
{
    private const string Usage = "Usage: Repro.Engine.Fingerprints [all | processor | operations | trainings [seed of the disturbance]]";

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case [] or ["all"]:
                Console.Out.Write($"numerics {Numerics.Version}\n");
                Operate();
                Train(static () => { });
                return 0;
            case ["processor"]:
                Console.Out.Write($"{RuntimeInformation.ProcessArchitecture}, {Processor.Kernel}, threads: {Processor.Threads}\n");
                return 0;
            case ["operations"]:
                Operate();
                return 0;
            case ["trainings"]:
                Train(static () => { });
                return 0;
            case ["trainings", var text] when int.TryParse(text, out var seed):
                using (var disturbance = new Disturbance(seed))
                {
                    Train(disturbance.BetweenSteps);
                }

                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static void Operate()
    {
        foreach (var operation in Operation.All)
        {
            Write(operation.Hash(), operation.Name);
        }
    }

    private static void Train(Action betweenSteps)
    {
        foreach (var (name, run) in Trainings.All)
        {
            Write(run(betweenSteps), name);
        }
    }

    private static void Write(string hash, string name) => Console.Out.Write($"{hash}  {name}\n");
}
