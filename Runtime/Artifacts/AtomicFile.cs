using System.Security.Cryptography;
using System.Text;

namespace Repro.Runtime.Artifacts;

/// <summary>
/// Writes files so that under their name there is only ever a whole one: written aside, flushed to the disk, renamed, and the folder flushed. A crash
/// leaves the old file, the new one, and perhaps the beginning of the new one aside, which the next writing takes away.
/// </summary>
public static class AtomicFile
{
    /// <summary>What is appended to the name of a file that is being written.</summary>
    public const string PartialExtension = ".partial";

    /// <summary>Creates or replaces the file at <paramref name="path"/> with what <paramref name="write"/> writes.</summary>
    /// <returns>The digest of what was written, computed on its way to the disk; its path is the file's name.</returns>
    /// <exception cref="ReproException">The file cannot be written: the folder is read-only, the disk is full. The old file is still there.</exception>
    public static FileDigest Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var partial = path + PartialExtension;
        try
        {
            var digest = WriteAside(partial, Path.GetFileName(path), write);
            File.Move(partial, path, overwrite: true);
            FolderFlush.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return digest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(partial);
            throw new ReproException($"'{path}' cannot be written: {e.Message} Free space on the disk, or make the folder writable, and run again.", e);
        }
    }

    /// <summary>Creates or replaces a text file, in UTF-8 with line feeds as given.</summary>
    /// <returns>The digest of what was written; its path is the file's name.</returns>
    /// <exception cref="ReproException">The file cannot be written.</exception>
    public static FileDigest WriteText(string path, string text, bool byteOrderMark = false)
    {
        var encoding = new UTF8Encoding(byteOrderMark);
        return Write(path, stream =>
        {
            stream.Write(encoding.GetPreamble());
            stream.Write(encoding.GetBytes(text));
        });
    }

    /// <summary>Takes away what a crash left of files in <paramref name="folder"/> that were being written.</summary>
    /// <exception cref="IOException">One cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be deleted.</exception>
    public static void DeletePartial(string folder)
    {
        foreach (var partial in Directory.GetFiles(folder, "*" + PartialExtension))
        {
            File.Delete(partial);
        }
    }

    private static FileDigest WriteAside(string partial, string name, Action<Stream> write)
    {
        using var sha256 = SHA256.Create();
        using var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None);
        using (var hashing = new CryptoStream(stream, sha256, CryptoStreamMode.Write, leaveOpen: true))
        {
            write(hashing);
        }

        stream.Flush(flushToDisk: true);
        return new FileDigest(name, stream.Length, Convert.ToHexStringLower(sha256.Hash!));
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
