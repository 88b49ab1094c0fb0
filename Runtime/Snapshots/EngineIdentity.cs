namespace Repro.Runtime.Snapshots;

/// <summary>
/// Which engine computes the numbers, and with what. The only text of the product that differs between the values of <c>ReproEngine</c>.
/// </summary>
public static class EngineIdentity
{
#if REPRO_EXACT
    /// <summary>The engine's name and the version of what decides its bits.</summary>
    public static string Current { get; } =
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Engine.Numerics.Engine}, numerics {Engine.Numerics.Version}");

    /// <summary>What it computes with on this machine; of the exact engine no result depends on that.</summary>
    public static string Machine =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Engine.Processor.Kernel}, threads: {Engine.Processor.Threads}");
#else
    /// <summary>The engine's name and the version of what decides its bits.</summary>
    public static string Current { get; } = $"libtorch, TorchSharp {typeof(TorchSharp.torch).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>What it computes with on this machine.</summary>
    public static string Machine =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"threads: {TorchSharp.torch.get_num_threads()}");
#endif
}
