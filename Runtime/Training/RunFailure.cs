using System.Diagnostics;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Turns what the engine or a project's own code throws within a run into a failure that names the moment and the layer.</summary>
internal static class RunFailure
{
    /// <summary>Whether an exception needs a name. A failure with a message, a stop, a disk error and a missing library do not.</summary>
    public static bool IsUnexpected(Exception e) =>
        e is not (
            ReproException or OperationCanceledException or IOException or UnauthorizedAccessException or TypeInitializationException);

    /// <summary>The failure of a step.</summary>
    /// <param name="run">The run. The forward pass is computed once more, to find the layer that fails in it.</param>
    /// <param name="images">The batch.</param>
    /// <param name="moment">Experiment and moment, such as <c>vae-70: epoch 3, step 2 of 5</c>.</param>
    /// <param name="cause">What was thrown.</param>
    public static ReproException OfStep(ExperimentRun run, Tensor images, string moment, Exception cause)
    {
        var layer = FailingLayer(run, images);
        return new ReproException(layer is null ? $"{moment}: {Text(cause)}" : $"{moment}: {Text(cause)} It is in layer {layer}.", cause)
        {
            Place = layer is null ? null : Places.Of(run).GetValueOrDefault(layer),
        };
    }

    /// <summary>The failure of another part of a run.</summary>
    public static ReproException Of(string moment, Exception cause) => new($"{moment}: {Text(cause)}", cause);

    /// <summary>Builds the model of an experiment.</summary>
    /// <exception cref="ReproException">The project's own code fails.</exception>
    public static ExperimentRun Start(Experiment experiment)
    {
        try
        {
            return experiment.Start();
        }
        catch (Exception e) when (IsUnexpected(e))
        {
            throw Of($"{experiment.Name}: its model cannot be built", e);
        }
    }

    private static string? FailingLayer(ExperimentRun run, Tensor images)
    {
        using var scope = NewDisposeScope();
        using var hooks = new LayerHooks(run.Model, static (_, _, _) => { });
        try
        {
            run.Loss(images);
            return null;
        }
        catch (Exception e) when (IsUnexpected(e))
        {
            return hooks.Current is { Length: > 0 } layer ? layer : null;
        }
    }

    private static string Text(Exception e)
    {
        var message = e is OutOfMemoryException
            ? "there is not enough memory. Lower 'batch', or make the network smaller."
            : FirstLine(e.Message);
        // The engine's own messages say what is wrong. Of another exception, the method that threw it helps whoever wrote it.
        return e is ArgumentException or InvalidOperationException or NotSupportedException or OutOfMemoryException
            || new StackTrace(e).GetFrame(0)?.GetMethod() is not { DeclaringType: { } type } method
                ? message
                : $"{e.GetType().Name} in {type.Name}.{method.Name}: {message}";
    }

    // .NET adds the name of the parameter, which is the engine's, and libtorch its stack on later lines.
    private static string FirstLine(string message)
    {
        var line = message.Split('\n')[0].Split(" (Parameter '")[0].TrimEnd();
        return line.EndsWith('.') ? line : line + ".";
    }
}
