namespace Repro.Engine.Memory;

/// <summary>
/// A storage's content that is not computed yet. The first read computes it. A later operation may instead find it here and compute both in
/// one pass.
/// </summary>
internal abstract class Deferred
{
    /// <summary>Writes the content.</summary>
    public abstract void Compute(nint address);

    /// <summary>Releases the tensors that the content would be computed from.</summary>
    public abstract void Release();
}
