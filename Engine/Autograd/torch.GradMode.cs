using Repro.Engine.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Operations are not recorded until the result is disposed.</summary>
    public static IDisposable no_grad() => GradMode.Set(false);

    /// <summary>Operations are recorded (or not) until the result is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => GradMode.Set(enabled);

    /// <summary>Operations are recorded (or not) until the result is disposed.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => GradMode.Set(mode);

    /// <summary>Operations are not recorded until the result is disposed.</summary>
    public static IDisposable inference_mode(bool mode = true) => GradMode.SetInference(mode);

    /// <summary>Whether operations on this thread are recorded.</summary>
    public static bool is_grad_enabled() => GradMode.Enabled;

    /// <summary>Whether <see cref="inference_mode"/> is on, on this thread.</summary>
    public static bool is_inference_mode_enabled() => GradMode.Inference;
}
