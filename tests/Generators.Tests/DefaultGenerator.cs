
namespace Repro.Generators.Tests;

/// <summary>
/// Tests that draw from the engine's default random generator. It is shared by the process, so they run alone, one after the other.
/// </summary>
[CollectionDefinition(nameof(DefaultGenerator), DisableParallelization = true)]
public class DefaultGenerator;
