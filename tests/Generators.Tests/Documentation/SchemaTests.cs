using Repro.Generators.Document;

namespace Repro.Generators.Tests.Documentation;

/// <summary>The JSON schema beside experiments.yaml.</summary>
public class SchemaTests
{
    [Fact]
    public void ThePublishedFileIsWhatTheModelGives() => Published.Is(ExperimentsSchema.FileName, ExperimentsSchema.Text());
}
