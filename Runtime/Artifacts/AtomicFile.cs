using System.Text;

namespace Repro.Runtime.Artifacts;

/// <summary>Writes files so that under their name there is only ever a whole one: written aside, flushed to the disk, renamed.</summary>
public static class AtomicFile
{
    /// <summary>What is appended to the name of a file that is being written.</summary>
    public const string PartialExtension = ".partial";

    /// <summary>Creates or replaces the file at <paramref name="path"/> with what <paramref name="write"/> writes.</summary>
    /// <exception cref="ReproException">The file cannot be written: the folder is read-only, the disk is full. The old file is still there.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var partial = path + PartialExtension;
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(partial);
            throw new ReproException($"'{path}' cannot be written: {e.Message} Free space on the disk, or make the folder writable, and run again.", e);
        }
    }

    /// <summary>Creates or replaces a text file, in UTF-8 with line feeds as given.</summary>
    /// <exception cref="ReproException">The file cannot be written.</exception>
    public static void WriteText(string path, string text, bool byteOrderMark = false)
    {
        var encoding = new UTF8Encoding(byteOrderMark);
        Write(path, stream =>
        {
            stream.Write(encoding.GetPreamble());
            stream.Write(encoding.GetBytes(text));
        });
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It could not be written either; the message about that is the one to show.
        }
    }
}
