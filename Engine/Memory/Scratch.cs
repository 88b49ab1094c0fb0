namespace Repro.Engine.Memory;

/// <summary>A pooled buffer of floats for the length of a <c>using</c>; its content is undefined at first.</summary>
internal readonly unsafe ref struct Scratch
{
    private readonly nint address;
    private readonly int sizeClass;

    public Scratch(long count) => (address, sizeClass) = BufferPool.Rent(count * sizeof(float));

    public float* Floats => (float*)address;

    public void Dispose() => BufferPool.Return(address, sizeClass);
}
