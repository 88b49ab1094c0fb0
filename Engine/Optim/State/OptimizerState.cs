using Repro.Engine.Optim.State;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState
{
    private protected OptimizerState()
    {
    }

    private protected abstract IReadOnlyList<Slot> Slots { get; }

    /// <summary>Writes the state in TorchSharp's binary form.</summary>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It was written of a parameter of another shape.</exception>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Copies the state of a parameter of the same shape, in an optimizer of the same kind.</summary>
    /// <exception cref="ArgumentException">It is of another kind or shape.</exception>
    public virtual void LoadStateDict(OptimizerState source)
    {
        RequireFit(source);
        foreach (var (own, other) in Slots.Zip(source.Slots))
        {
            own.CopyFrom(other);
        }
    }

    internal void Release()
    {
        foreach (var slot in Slots)
        {
            slot.Clear();
        }
    }

    internal void RequireFit(OptimizerState source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.GetType() != GetType())
        {
            throw new ArgumentException($"The state is one of another optimizer: {source.GetType().Name} does not fit {GetType().Name}.");
        }

        Slots[0].RequireFit(source.Slots[0]);
    }
}
