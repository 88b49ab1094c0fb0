using System.Runtime.InteropServices;

namespace Repro.Engine.Memory;

/// <summary>
/// Asks the system to back large buffers with large pages, where it can. With small pages, address translation costs as much as the memory
/// access once several threads stream. Changes no result.
/// </summary>
internal static unsafe partial class LargePages
{
    /// <summary>Size and alignment of a large page on the systems that have them by request.</summary>
    public const int Size = 2 * 1024 * 1024;

    private const int AdviseHugePages = 14;

    private static bool isMissing = !OperatingSystem.IsLinux();

    /// <summary>Called once for each new buffer of at least a large page, aligned to one.</summary>
    public static void Advise(nint address, long bytes)
    {
        if (isMissing)
        {
            return;
        }

        try
        {
            // A kernel without large pages says so; small ones do as well.
            _ = Advise(address, (nuint)(bytes / Size * Size), AdviseHugePages);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            isMissing = true;
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint address, nuint length, int advice);
}
