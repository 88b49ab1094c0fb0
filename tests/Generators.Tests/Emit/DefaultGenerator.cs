namespace Repro.Generators.Tests.Emit;

/// <summary>Tests that draw from torch's default generator, of which there is one: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class DefaultGenerator
{
    public const string Name = "default generator";
}
