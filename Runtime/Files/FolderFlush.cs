using System.Runtime.InteropServices;

namespace Repro.Runtime.Files;

/// <summary>
/// Flushes a folder to the disk. A renamed file is under its new name for good only then: the name belongs to the folder, and flushing the
/// file does not write it.
/// </summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;
    private const int IoError = 5;

    /// <summary>Flushes the folder, where the system has a way to. Windows has none: NTFS keeps a journal of names.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // A folder that may be written and not read cannot be opened, and not every file system flushes folders: the file is written all the same.
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
        {
            return;
        }

        var error = Synchronize(descriptor) == 0 ? 0 : Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (error == IoError)
        {
            throw new IOException($"The folder '{folder}' cannot be flushed: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
