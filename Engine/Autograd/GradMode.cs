namespace Repro.Engine.Autograd;

/// <summary>Whether operations on this thread are recorded.</summary>
internal static class GradMode
{
    [ThreadStatic]
    private static bool disabled;

    public static bool Enabled
    {
        get => !disabled;
        set => disabled = !value;
    }

    /// <summary>Sets the mode until the result is disposed.</summary>
    public static IDisposable Set(bool enabled) => new Restore(enabled);

    private sealed class Restore : IDisposable
    {
        private readonly bool before = Enabled;

        public Restore(bool enabled) => Enabled = enabled;

        public void Dispose() => Enabled = before;
    }
}
