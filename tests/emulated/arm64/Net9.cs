using System.Runtime.InteropServices;

namespace System.Runtime.InteropServices
{
    internal struct PinnedGCHandle<T>(T target) : IDisposable
        where T : class
    {
        private GCHandle handle = GCHandle.Alloc(target, GCHandleType.Pinned);

        public void Dispose() => handle.Free();
    }
}

namespace Repro.Engine
{
    internal static class Net9
    {
        public static void ReadExactly(this BinaryReader reader, Span<byte> bytes) => reader.BaseStream.ReadExactly(bytes);
    }
}
