namespace TorchSharp;

public static partial class torch
{
    /// <summary>Opens a scope: tensors made on this thread until it is disposed are disposed with it.</summary>
    public static DisposeScope NewDisposeScope() => new();
}

/// <summary>
/// Owns the tensors made on its thread while it is the innermost scope, and disposes them with itself. Tensors that shall live
/// longer are moved to the outer scope or detached.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? current;

    private readonly HashSet<torch.Tensor> tensors = new(ReferenceEqualityComparer.Instance);
    private readonly DisposeScope? outer;
    private bool disposed;

    internal DisposeScope()
    {
        outer = current;
        current = this;
    }

    /// <summary>How many tensors the scope owns.</summary>
    public int DisposablesCount => tensors.Count;

    internal static DisposeScope? Current => current;

    /// <summary>Hands a tensor to the scope around this one; without one, detaches it.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        Detach(disposable);
        outer?.Attach(disposable);
        return disposable;
    }

    /// <summary>Takes a tensor out of every scope: from now on its owner disposes it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var tensor = TensorOf(disposable);
        tensor.Scope?.Forget(tensor);
        tensor.Scope = null;
        return disposable;
    }

    /// <summary>Makes the scope the owner of a tensor.</summary>
    public void Attach(IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var tensor = TensorOf(disposable);
        tensor.Scope?.Forget(tensor);
        tensor.Scope = this;
        tensors.Add(tensor);
    }

    /// <summary>Makes the scope the owner of tensors.</summary>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <summary>Makes the scope the owner of tensors, and returns them.</summary>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        IReadOnlyList<IDisposable> attached = [.. disposables];
        foreach (var disposable in attached)
        {
            Attach(disposable);
        }

        return attached;
    }

    /// <summary>Disposes every tensor of the scope; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut();

    /// <summary>Disposes every tensor of the scope but some; the scope stays open.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes every tensor of the scope but some; the scope stays open.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        foreach (var tensor in tensors.Except(inKeep.Select(TensorOf), ReferenceEqualityComparer.Instance).Cast<torch.Tensor>().ToList())
        {
            tensor.Dispose();
        }
    }

    /// <summary>Closes the scope and disposes its tensors.</summary>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        DisposeEverything();
        disposed = true;
        if (current == this)
        {
            current = outer;
        }
    }

    internal void Forget(torch.Tensor tensor) => tensors.Remove(tensor);

    private static torch.Tensor TensorOf(IDisposable disposable) => disposable as torch.Tensor
        ?? throw new ArgumentException($"A dispose scope owns tensors, not {disposable.GetType().Name}.", nameof(disposable));
}
