
namespace Repro.Generators.Tests;

/// <summary>
/// Tests that draw from the engine's default generator, which all of a process share: they run one after the other, alone.
/// </summary>
[CollectionDefinition(nameof(DefaultGenerator), DisableParallelization = true)]
public class DefaultGenerator;
