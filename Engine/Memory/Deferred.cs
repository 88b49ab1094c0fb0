namespace Repro.Engine.Memory;

/// <summary>
/// The content of a storage that nobody has read yet. An operation that follows may find it here and compute both in one pass; whoever
/// reads the memory first has it computed then.
/// </summary>
internal abstract class Deferred
{
    /// <summary>Writes the content.</summary>
    public abstract void Compute(nint address);

    /// <summary>Lets go of what the content would be computed from.</summary>
    public abstract void Release();
}
