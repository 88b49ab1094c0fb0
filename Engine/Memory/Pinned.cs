namespace Repro.Engine.Memory;

/// <summary>
/// A tensor's memory as pointers. Keep it in a <c>using</c> for as long as the pointers are used: without it, the
/// garbage collector may take back the memory of a tensor whose last use is the pointer itself.
/// </summary>
internal readonly unsafe ref struct Pinned(Storage storage, long byteOffset)
{
    public float* Floats => (float*)(storage.Address + (nint)byteOffset);

    public double* Doubles => (double*)Floats;

    public long* Longs => (long*)Floats;

    public byte* Bytes => (byte*)Floats;

    public void Dispose() => GC.KeepAlive(storage);
}
