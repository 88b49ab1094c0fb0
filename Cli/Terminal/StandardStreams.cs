using System.Runtime.InteropServices;

namespace Repro.Cli.Terminal;

/// <summary>Which standard streams a process was started with.</summary>
/// <remarks>
/// A closed stream leaves its number free, and the next file that the process opens gets it. Text for the console would then go into that
/// file.
/// </remarks>
internal static partial class StandardStreams
{
    private const int GetDescriptorFlags = 1;
    private const int CloseOnExec = 1;
    private const int GetStatusFlags = 3;
    private const int AccessMode = 3;
    private const int ReadOnly = 0;
    private const int ReadWrite = 2;

    /// <summary>The number of standard output.</summary>
    public const int Output = 1;

    /// <summary>The number of standard error.</summary>
    public const int Error = 2;

    /// <summary>Whether the process was started with this stream, open for writing.</summary>
    /// <remarks>A stream that was inherited is never marked as closed on exec. A file of the runtime that took its number is.</remarks>
    public static bool IsOpen(int descriptor) =>
        OperatingSystem.IsWindows()
        || (Control(descriptor, GetDescriptorFlags, 0) is >= 0 and var flags
            && (flags & CloseOnExec) == 0
            && (Control(descriptor, GetStatusFlags, 0) & AccessMode) != ReadOnly);

    /// <summary>Gives the numbers of closed streams to the null device, so that no file of a run gets them.</summary>
    public static void Occupy()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        for (var descriptor = 0; descriptor <= Error; descriptor++)
        {
            if (Control(descriptor, GetDescriptorFlags, 0) < 0)
            {
                // The system gives the lowest free number.
                _ = Open("/dev/null", ReadWrite);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);
}
