namespace Repro.Runtime.Snapshots;

/// <summary>
/// Which engine computes the numbers. The only text of the product that differs between the values of <c>ReproEngine</c>.
/// </summary>
public static class EngineIdentity
{
#if REPRO_EXACT
    /// <summary>The engine's name and the version of what decides its bits.</summary>
    public static string Current { get; } =
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Engine.Numerics.Engine}, numerics {Engine.Numerics.Version}");
#else
    /// <summary>The engine's name and the version of what decides its bits.</summary>
    public static string Current { get; } = $"libtorch, TorchSharp {typeof(TorchSharp.torch).Assembly.GetName().Version?.ToString(3)}";
#endif
}
