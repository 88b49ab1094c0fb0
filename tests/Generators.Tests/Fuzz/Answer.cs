using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Repro.Generators.Tests.Fuzz;

/// <summary>Holds for every file: the generator gives code or errors, and never throws.</summary>
internal static class Answer
{
    /// <summary>The memory that a run may allocate. The largest files need a third of it.</summary>
    private const long MostBytes = 768L << 20;

    /// <summary>
    /// The processor time of the process, shared with other tests. A file takes less than a second. Work that grows with the square of a
    /// file's length would take minutes.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>Whether to test more and larger files.</summary>
    public static bool IsThorough => Environment.GetEnvironmentVariable("REPRO_SLOW_TESTS") == "1";

    public static GeneratorRunResult To(string yaml) => To(new YamlFile(Generation.Path, yaml));

    public static GeneratorRunResult To(AdditionalText file)
    {
        var text = file.GetText()!;
        var driver = Generation.Driver(file);
        var compilation = Compilation.Of();
        var (time, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        var result = driver.RunGenerators(compilation).GetRunResult().Results.Single();
        (time, allocated) = (Environment.CpuUsage.TotalTime - time, GC.GetAllocatedBytesForCurrentThread() - allocated);

        Assert.True(result.Exception is null, $"{result.Exception} for {Start(text)}");
        Assert.True(!result.Diagnostics.IsEmpty || result.GeneratedSources.Length > 0, $"nothing for {Start(text)}");
        Assert.True(allocated < MostBytes, $"{allocated >> 20} MiB for {Start(text)}");
        Assert.True(time < Limit, $"{time} for {Start(text)}");
        Assert.All(result.Diagnostics, diagnostic => AssertReadable(diagnostic, text));
        return result;
    }

    private static void AssertReadable(Diagnostic diagnostic, SourceText text)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.DoesNotContain(message, c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\u202e' or '\ufeff');
        Assert.InRange(message.Length, 10, 4000);
        var place = diagnostic.Location.GetLineSpan();
        Assert.Equal(Generation.Path, place.Path);
        Assert.InRange(place.StartLinePosition.Line, 0, text.Lines.Count);
        Assert.True(place.StartLinePosition <= place.EndLinePosition, $"{place}");
        Assert.InRange(diagnostic.Location.SourceSpan.End, 0, text.Length);
    }

    private static string Start(SourceText text) => text.ToString(new(0, Math.Min(text.Length, 1000)));
}
