using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Repro.Runtime.Files;

/// <summary>Makes sure that files and folders are on the disk, by the calls of the operating system.</summary>
/// <remarks>.NET's own flush to the disk ignores that the disk is full or broken, so its success means nothing.</remarks>
internal static partial class DiskFlush
{
    private const int ReadOnly = 0;
    private const int PermissionDenied = 13;
    private const int Interrupted = 4;

    /// <summary>The request of macOS that flushes the drive's own cache too.</summary>
    private const int FullSync = 51;

    // The symbols of the whole program come before those of libc alone, so a library that is preloaded, to watch or to fail, is called.
    static DiskFlush() => NativeLibrary.SetDllImportResolver(
        typeof(DiskFlush).Assembly, (name, _, _) => name == "libc" ? NativeLibrary.GetMainProgramHandle() : 0);

    // The codes for "this kind of file cannot be flushed": EINVAL, EROFS, and ENOTSUP and EOPNOTSUPP of Linux and of macOS.
    private static readonly int[] Unsupported = OperatingSystem.IsMacOS() ? [22, 30, 45, 102] : [22, 30, 95];

    /// <summary>Flushes what was written to a file.</summary>
    /// <exception cref="IOException">The disk is full or failed: the file may not be whole.</exception>
    public static void Flush(FileStream file)
    {
        file.Flush(flushToDisk: false);
        if (OperatingSystem.IsWindows())
        {
            if (!FlushFileBuffers(file.SafeFileHandle))
            {
                throw Failure(file.Name, Marshal.GetLastPInvokeError());
            }

            return;
        }

        ThrowUnlessFlushed(file.Name, () => Synchronize(file.SafeFileHandle));
    }

    /// <summary>
    /// Flushes a folder. A file is under its new name for good only then: the name belongs to the folder. Windows has no such call, and
    /// NTFS keeps a journal of names.
    /// </summary>
    /// <exception cref="IOException">The disk is full or failed: a name in the folder may be lost.</exception>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = Open(folder, ReadOnly);
        if (!handle.IsInvalid)
        {
            ThrowUnlessFlushed(folder, () => Synchronize(handle));
        }
        else if (Marshal.GetLastPInvokeError() is not PermissionDenied and var error)
        {
            // A folder that may be written and not read cannot be opened. Its files are written all the same.
            throw Failure(folder, error);
        }
    }

    private static int Synchronize(SafeFileHandle file) =>
        OperatingSystem.IsMacOS() && Control(file, FullSync, 0) == 0 ? 0 : SynchronizeFile(file);

    private static void ThrowUnlessFlushed(string path, Func<int> flush)
    {
        while (flush() != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (Unsupported.Contains(error))
            {
                return;
            }

            if (error != Interrupted)
            {
                throw Failure(path, error);
            }
        }
    }

    private static IOException Failure(string path, int error) =>
        new($"'{path}' cannot be flushed to the disk: {Marshal.GetPInvokeErrorMessage(error)}.");

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SynchronizeFile(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(SafeFileHandle file, int request, int argument);

    [LibraryImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool FlushFileBuffers(SafeFileHandle file);
}
