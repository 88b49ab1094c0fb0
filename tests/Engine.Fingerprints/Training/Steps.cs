using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Training;

/// <summary>Steps of one training: zero_grad, loss, backward, step.</summary>
internal static class Steps
{
    /// <summary>The hash of the loss of every step and of the modules' states after the last one.</summary>
    public static string Run(int count, optim.Optimizer optimizer, Func<Tensor> loss, Action betweenSteps, params nn.Module[] modules)
    {
        using var hash = new BitHash();
        for (var step = 0; step < count; step++)
        {
            betweenSteps();
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var value = loss();
            value.backward();
            optimizer.step();
            hash.AddNumbers(value);
        }

        foreach (
            var (_, value) in modules.SelectMany(module => module.state_dict()).Where(entry => entry.Value.dtype == ScalarType.Float32))
        {
            hash.AddNumbers(value);
        }

        return hash.ToString();
    }
}
