using TorchSharp;

namespace Repro.Runtime.Snapshots;

/// <summary>
/// The engine that computes the numbers. Only this class and <see cref="Tracing.EngineOperations"/> have different code for different
/// values of <c>ReproEngine</c>.
/// </summary>
public static class EngineIdentity
{
#if REPRO_EXACT
    /// <summary>The engine's name and the version of its numerics.</summary>
    public static string Current { get; } =
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Engine.Numerics.Engine}, numerics {Engine.Numerics.Version}");

    /// <summary>The kernels and threads of the engine on this machine. They change no number, so they are not in snapshots.</summary>
    public static string Machine => $"{Engine.Processor.Kernel}, {ThreadsText}";
#else
    /// <summary>The engine's name and the version of its numerics.</summary>
    public static string Current { get; } = $"libtorch, TorchSharp {typeof(TorchSharp.torch).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The threads of the engine on this machine. They may change numbers: see the README.</summary>
    public static string Machine => ThreadsText;
#endif

    private static string ThreadsText =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{torch.get_num_threads()} thread{(torch.get_num_threads() == 1 ? "" : "s")}");
}
