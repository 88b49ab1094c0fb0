using Repro.Engine.Memory;
using static TorchSharp.torch;

namespace Repro.Engine.Autograd;

/// <summary>A tensor kept for the backward pass. Reading it throws if its memory was changed in place since.</summary>
internal sealed class Saved
{
    private readonly string operation;
    private readonly Tensor tensor;
    private readonly Storage storage;
    private readonly int version;

    public Saved(string operation, Tensor source)
    {
        this.operation = operation;
        tensor = source.Alias();
        tensor.DetachFromDisposeScope();
        storage = tensor.Storage;
        version = storage.Version;
    }

    public Tensor Value => storage.Version == version
        ? tensor
        : throw new InvalidOperationException(
            $"A tensor that the gradient of {operation} needs was changed in place after {operation} had read it. Clone it before "
            + "changing it.");

    public void Release() => tensor.Dispose();
}
