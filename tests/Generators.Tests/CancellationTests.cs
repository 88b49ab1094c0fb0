using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Tests;

/// <summary>Cancelled work ends at once and leaves nothing half done.</summary>
public class CancellationTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public void TheReaderOfYamlStops() =>
        Assert.Throws<OperationCanceledException>(
            () => YamlComposer.Compose(new(Generation.Path, Sample.Text), new DiagnosticBag(), Cancelled));

    [Fact]
    public void TheCompilerStops() =>
        Assert.Throws<OperationCanceledException>(() => ExperimentsCompiler.Compile(new(Generation.Path, Sample.Text), [], Cancelled));

    [Fact]
    public void ACancelledRunIsNoError()
    {
        using var source = new CancellationTokenSource();
        var driver = Generation.Driver(new FailingFile(() =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
        }));
        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(Compilation.Of(), source.Token));
    }
}
