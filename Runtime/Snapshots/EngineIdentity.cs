using TorchSharp;

namespace Repro.Runtime.Snapshots;

/// <summary>
/// Which engine computes the numbers. This text and <see cref="Tracing.EngineOperations"/> alone differ between the values of <c>ReproEngine</c>.
/// </summary>
public static class EngineIdentity
{
#if REPRO_EXACT
    /// <summary>The engine's name and the version of what decides its bits.</summary>
    public static string Current { get; } =
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Engine.Numerics.Engine}, numerics {Engine.Numerics.Version}");

    /// <summary>What it computes with on this machine. None of it changes a number, so no snapshot holds it.</summary>
    public static string Machine => $"{Engine.Processor.Kernel}, {ThreadsText}";
#else
    /// <summary>The engine's name and the version of what decides its bits.</summary>
    public static string Current { get; } = $"libtorch, TorchSharp {typeof(TorchSharp.torch).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>What it computes with on this machine. All of it may change a number: see the README.</summary>
    public static string Machine => ThreadsText;
#endif

    private static string ThreadsText =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{torch.get_num_threads()} thread{(torch.get_num_threads() == 1 ? "" : "s")}");
}
