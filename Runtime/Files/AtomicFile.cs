using System.Security.Cryptography;
using System.Text;

namespace Repro.Runtime.Files;

/// <summary>
/// Writes files so that a file with its final name is always whole. A file is written under another name, flushed to the disk, and renamed;
/// then its folder is flushed. A crash leaves the old file or the new one, and perhaps a part of the new one under the other name.
/// </summary>
public static class AtomicFile
{
    /// <summary>The end of the name of a file that is being written.</summary>
    public const string PartialExtension = ".partial";

    /// <summary>Creates or replaces the file at <paramref name="path"/> with what <paramref name="write"/> writes.</summary>
    /// <returns>The digest of the file, computed while it is written. Its path is the file's name.</returns>
    /// <exception cref="ReproException">The file cannot be written: the folder is read-only, the disk is full or fails.</exception>
    public static FileDigest Write(string path, Action<Stream> write) => WriteAll([(path, write)])[0];

    /// <summary>
    /// Creates or replaces several files that belong together. None is replaced before all are written under another name, and a failure
    /// puts back those that were replaced.
    /// </summary>
    /// <returns>The digests of the files, in their order. Their paths are the files' names.</returns>
    /// <exception cref="ReproException">A file cannot be written. The old files remain.</exception>
    public static IReadOnlyList<FileDigest> WriteAll(IReadOnlyList<(string Path, Action<Stream> Write)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var aside = new List<string>();
        var digests = new List<FileDigest>();
        var replaced = new Stack<(string Path, byte[]? Old)>();
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
                // One file is replaced or not. Of several, those before a failure have to be put back.
                var old = files.Count > 1 && File.Exists(path) ? File.ReadAllBytes(path) : null;
                File.Move(path + PartialExtension, path, overwrite: true);
                replaced.Push((path, old));
            }

            foreach (var folder in files.Select(file => FolderOf(file.Path)).Distinct(StringComparer.Ordinal))
            {
                path = folder;
                DiskFlush.FlushFolder(folder);
            }

            return digests;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (replaced.Count < files.Count)
            {
                PutBack(replaced);
            }

            aside.ForEach(TryDelete);
            throw new ReproException(
                $"'{path}' cannot be written: {e.Message} Free space on the disk, or make the folder writable, and run again.", e);
        }
    }

    /// <summary>Creates or replaces a text file, in UTF-8 with line feeds as given.</summary>
    /// <returns>The digest of the file. Its path is the file's name.</returns>
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

    /// <summary>Deletes the parts of files that a crash left in <paramref name="folder"/>.</summary>
    /// <exception cref="IOException">One cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be deleted.</exception>
    public static void DeletePartial(string folder)
    {
        foreach (var partial in Folders.Files(folder, "*" + PartialExtension))
        {
            File.Delete(partial);
        }
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    private static FileDigest WriteAside(string path, Action<Stream> write)
    {
        // What a crash left, or a pipe of that name, which would be waited for.
        File.Delete(path + PartialExtension);
        using var sha256 = SHA256.Create();
        using var stream = new FileStream(path + PartialExtension, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using (var hashing = new CryptoStream(stream, sha256, CryptoStreamMode.Write, leaveOpen: true))
        {
            write(hashing);
        }

        DiskFlush.Flush(stream);
        return new FileDigest(Path.GetFileName(path), stream.Length, Convert.ToHexStringLower(sha256.Hash!));
    }

    // The last one first, as far as the disk allows. What cannot be put back is found by 'repro check'.
    private static void PutBack(Stack<(string Path, byte[]? Old)> replaced)
    {
        foreach (var (path, old) in replaced)
        {
            try
            {
                if (old is null)
                {
                    File.Delete(path);
                }
                else
                {
                    WriteAside(path, stream => stream.Write(old));
                    File.Move(path + PartialExtension, path, overwrite: true);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                TryDelete(path + PartialExtension);
            }
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The file could not be written either, and the message is about that.
        }
    }
}
