using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Repro.Runtime.Files;

/// <summary>The entry of a file in a record, with which the file can be checked later.</summary>
/// <param name="Path">Its path relative to the folder of the record, with forward slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lowercase hex.</param>
public sealed record FileDigest(string Path, long Bytes, string Sha256) : IJsonOnDeserialized
{
    /// <summary>The digest of a file with these bytes.</summary>
    public static FileDigest Of(string path, ReadOnlySpan<byte> content) =>
        new(path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>The digest of the file at <paramref name="path"/> below <paramref name="folder"/>, as it is now.</summary>
    /// <exception cref="ReproException">The file cannot be read.</exception>
    public static FileDigest Of(string folder, string path)
    {
        var file = Join(folder, path);
        try
        {
            var length = RegularFile.Length(file);
            return new(path, length, Hash(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"'{file}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Checks files below <paramref name="folder"/>. The findings are in the order of <paramref name="files"/>.</summary>
    public static IReadOnlyList<FileFinding> Check(string folder, IEnumerable<FileDigest> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return [.. files.Select(file => file.Check(folder)).OfType<FileFinding>()];
    }

    /// <summary>Checks the file below <paramref name="folder"/>; <c>null</c> when it is unchanged.</summary>
    public FileFinding? Check(string folder)
    {
        var file = Join(folder, Path);
        try
        {
            var length = RegularFile.Length(file);
            if (length != Bytes)
            {
                return length < Bytes
                    ? Finding(
                        FileProblem.Truncated,
                        string.Create(CultureInfo.InvariantCulture, $"is cut short: it has {length} of {Bytes} bytes"))
                    : Finding(
                        FileProblem.Changed,
                        string.Create(CultureInfo.InvariantCulture, $"was changed: it has {length} bytes, had {Bytes}"));
            }

            var hash = Hash(file);
            return hash == Sha256 ? null : Finding(FileProblem.Changed, $"was changed: its SHA-256 is {hash[..16]}…, was {Sha256[..16]}…");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Finding(FileProblem.Missing, Folders.Exists(file) ? "is missing: a folder is in its place" : "is missing");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding(FileProblem.Unreadable, $"cannot be read: {e.Message}");
        }
    }

    /// <summary>Refuses impossible entries: a path that leads out of the folder, a length or hash that no file has.</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (!IsBelow(Path))
        {
            throw new JsonException($"'{Path}' is not the path of a file below the folder.");
        }

        if (Bytes < 0 || Sha256.Length != 64 || !Sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new JsonException($"'{Path}' has a length or a SHA-256 that no file has.");
        }
    }

    private static bool IsBelow(string path) =>
        path.IndexOfAny(['\\', ':', '\0']) < 0 && path.Split('/').All(name => name is not ("" or "." or ".."));

    private static string Join(string folder, string path) => System.IO.Path.Combine(folder, path);

    private static string Hash(string file)
    {
        using var stream = RegularFile.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private FileFinding Finding(FileProblem problem, string detail) => new(Path, problem, detail);
}
