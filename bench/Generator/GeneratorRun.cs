using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Repro.Generators;

namespace Repro.Bench.Generator;

/// <summary>One process that compiles one file of experiments, again and again. Processor time of the compiler's whole driver.</summary>
internal static class GeneratorRun
{
    private const int Repetitions = 9;

    public static int Run(int experiments)
    {
        var file = new Text(ExperimentsText.Of(experiments, lastSeed: 1));
        var edited = new Text(ExperimentsText.Of(experiments, lastSeed: 2));
        var (before, after) = (Compilation("class Before;"), Compilation("class After;"));

        var (cold, driver) = Timed(Driver(file), before);
        // The catalog and the summary are the other two.
        var expected = experiments + ExperimentsText.Architectures + 2;
        var result = driver.GetRunResult();
        if (!result.Diagnostics.IsEmpty || result.GeneratedTrees.Length != expected)
        {
            Console.Error.WriteLine(
                $"The generator wrote {result.GeneratedTrees.Length} of {expected} files. {result.Diagnostics.FirstOrDefault()}");
            return 1;
        }

        var warm = Median(() => Timed(Driver(file), before));
        var edit = Median(() => Timed(driver.ReplaceAdditionalText(file, edited), before));
        var unchanged = Median(() => Timed(driver, after));
        Console.WriteLine(JsonSerializer.Serialize(new GeneratorTiming(cold, warm, edit, unchanged)));
        return 0;
    }

    private static double Median(Func<(double Milliseconds, GeneratorDriver Driver)> run) =>
        Statistics.Median([.. Enumerable.Range(0, Repetitions).Select(_ => run().Milliseconds)]);

    private static (double Milliseconds, GeneratorDriver Driver) Timed(GeneratorDriver driver, Compilation compilation)
    {
        var start = Environment.CpuUsage.TotalTime;
        var done = driver.RunGenerators(compilation);
        return ((Environment.CpuUsage.TotalTime - start).TotalMilliseconds, done);
    }

    private static CSharpGeneratorDriver Driver(AdditionalText file) =>
        CSharpGeneratorDriver.Create([new ExperimentsGenerator().AsSourceGenerator()], [file]);

    private static CSharpCompilation Compilation(string source) =>
        CSharpCompilation.Create("Experiments", [CSharpSyntaxTree.ParseText(source)]);

    private sealed class Text(string text) : AdditionalText
    {
        private readonly SourceText source = SourceText.From(text, Encoding.UTF8);

        public override string Path => "experiments.yaml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => source;
    }
}
