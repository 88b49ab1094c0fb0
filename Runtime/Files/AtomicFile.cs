using System.Security.Cryptography;
using System.Text;

namespace Repro.Runtime.Files;

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
    public static FileDigest Write(string path, Action<Stream> write) => WriteAll([(path, write)])[0];

    /// <summary>
    /// Creates or replaces several files that belong together: none is replaced before all are written aside, so a full disk changes none of them.
    /// </summary>
    /// <returns>The digests of what was written, in the order of the files; their paths are the files' names.</returns>
    /// <exception cref="ReproException">A file cannot be written. The old files are still there.</exception>
    public static IReadOnlyList<FileDigest> WriteAll(IReadOnlyList<(string Path, Action<Stream> Write)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var aside = new List<string>();
        var digests = new List<FileDigest>();
        var path = "";
        try
        {
            foreach (var file in files)
            {
                path = file.Path;
                aside.Add(path + PartialExtension);
                digests.Add(WriteAside(path, file.Write));
            }

            foreach (var file in files)
            {
                path = file.Path;
                File.Move(path + PartialExtension, path, overwrite: true);
            }

            foreach (var folder in files.Select(file => Path.GetDirectoryName(Path.GetFullPath(file.Path))!).Distinct(StringComparer.Ordinal))
            {
                FolderFlush.Flush(folder);
            }

            return digests;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            aside.ForEach(TryDelete);
            throw new ReproException($"'{path}' cannot be written: {e.Message} Free space on the disk, or make the folder writable, and run again.", e);
        }
    }

    /// <summary>Creates or replaces a text file, in UTF-8 with line feeds as given.</summary>
    /// <returns>The digest of what was written; its path is the file's name.</returns>
    /// <exception cref="ReproException">The file cannot be written.</exception>
    public static FileDigest WriteText(string path, string text, bool byteOrderMark = false) => Write(path, Text(text, byteOrderMark));

    /// <summary>Writes a text in UTF-8, with line feeds as given.</summary>
    public static Action<Stream> Text(string text, bool byteOrderMark)
    {
        var encoding = new UTF8Encoding(byteOrderMark);
        return stream =>
        {
            stream.Write(encoding.GetPreamble());
            stream.Write(encoding.GetBytes(text));
        };
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

    private static FileDigest WriteAside(string path, Action<Stream> write)
    {
        using var sha256 = SHA256.Create();
        using var stream = new FileStream(path + PartialExtension, FileMode.Create, FileAccess.Write, FileShare.None);
        using (var hashing = new CryptoStream(stream, sha256, CryptoStreamMode.Write, leaveOpen: true))
        {
            write(hashing);
        }

        stream.Flush(flushToDisk: true);
        return new FileDigest(Path.GetFileName(path), stream.Length, Convert.ToHexStringLower(sha256.Hash!));
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
