namespace Repro.Engine.Autograd;

/// <summary>Whether operations on this thread are recorded.</summary>
internal static class GradMode
{
    [ThreadStatic]
    private static bool disabled;

    [ThreadStatic]
    private static bool inference;

    public static bool Enabled
    {
        get => !disabled;
        set => disabled = !value;
    }

    /// <summary>Whether inference mode is on: nothing is recorded then, either.</summary>
    public static bool Inference => inference;

    /// <summary>Sets the mode until the result is disposed.</summary>
    public static IDisposable Set(bool enabled) => new Restore(enabled, inference);

    /// <summary>Switches inference mode, and recording the other way, until the result is disposed.</summary>
    public static IDisposable SetInference(bool on) => new Restore(!on, on);

    private sealed class Restore : IDisposable
    {
        private readonly (bool Enabled, bool Inference) before = (Enabled, inference);

        public Restore(bool enabled, bool inferring) => (Enabled, inference) = (enabled, inferring);

        public void Dispose() => (Enabled, inference) = before;
    }
}
