using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Reports the calls of a model's layers, until it is disposed.</summary>
internal sealed class LayerHooks : IDisposable
{
    private readonly List<Action> removals = [];
    private readonly Stack<string> calling = [];

    /// <param name="model">The model. Its layers map one tensor to another.</param>
    /// <param name="called">Gets the name of a layer that was called, its input and its output.</param>
    public LayerHooks(nn.Module model, Action<string, Tensor, Tensor> called)
    {
        foreach (var (name, module) in model.named_modules())
        {
            if (module is not nn.Module<Tensor, Tensor> layer)
            {
                continue;
            }

            var before = layer.register_forward_pre_hook((_, _) =>
            {
                calling.Push(name);
                return null!;
            });
            var after = layer.register_forward_hook((_, input, output) =>
            {
                called(name, input, output);
                calling.Pop();
                return null!;
            });
            removals.AddRange([before.remove, after.remove]);
        }
    }

    /// <summary>The innermost layer that is being computed; empty outside layers.</summary>
    public string Current => calling.TryPeek(out var name) ? name : "";

    public void Dispose() => removals.ForEach(remove => remove());
}
