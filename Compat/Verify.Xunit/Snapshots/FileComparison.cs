namespace VerifyTests;

/// <summary>Compares one target with its verified file, and writes the received file unless they are equal.</summary>
internal sealed class FileComparison(VerifySettings settings, GlobalSettings global)
{
    public async Task<Comparison> Text(FilePair file, string received)
    {
        if (File.Exists(file.VerifiedPath) && new FileInfo(file.VerifiedPath).Length == 0)
        {
            File.Delete(file.VerifiedPath);
        }

        if (!File.Exists(file.VerifiedPath))
        {
            TextFile.Write(file.ReceivedPath, received, global.Utf8NoBom);
            return new Comparison(file, Outcome.New, ReceivedText: received);
        }

        var verified = TextFile.Read(file.VerifiedPath);
        var result = await CompareText(file, received, WithoutFinalLineFeed(verified, received.Length)).ConfigureAwait(false);
        if (result.IsEqual)
        {
            return new Comparison(file, Outcome.Equal);
        }

        TextFile.Write(file.ReceivedPath, received, global.Utf8NoBom);
        return new Comparison(file, Outcome.NotEqual, result.Message, received, verified);
    }

    public async Task<Comparison> Binary(FilePair file, byte[] received, bool aTextDiffered)
    {
        if (received.Length == 0)
        {
            throw new InvalidOperationException($"Empty data is not allowed: {Path.GetFileName(file.VerifiedPath)}.");
        }

        var isNew = !File.Exists(file.VerifiedPath);
        var result = isNew
            ? CompareResult.NotEqual()
            : await CompareBytes(file, received, aTextDiffered).ConfigureAwait(false);
        if (result.IsEqual)
        {
            return new Comparison(file, Outcome.Equal);
        }

        await File.WriteAllBytesAsync(file.ReceivedPath, received).ConfigureAwait(false);
        return new Comparison(file, isNew ? Outcome.New : Outcome.NotEqual, result.Message);
    }

    // An editor's final line feed is no difference, if it is the only one.
    private static string WithoutFinalLineFeed(string verified, int receivedLength) =>
        verified.EndsWith('\n') && verified.Length == receivedLength + 1 ? verified[..^1] : verified;

    private async Task<CompareResult> CompareText(FilePair file, string received, string verified)
    {
        if (string.Equals(received, verified, StringComparison.Ordinal))
        {
            return CompareResult.Equal;
        }

        var compare = settings.StringComparers.Find(file.Extension) ?? global.StringComparers.Find(file.Extension);
        return compare is null
            ? CompareResult.NotEqual()
            : await Guarded(file, () => compare(received, verified, settings.Context)).ConfigureAwait(false);
    }

    private async Task<CompareResult> CompareBytes(FilePair file, byte[] received, bool aTextDiffered)
    {
        var verified = await File.ReadAllBytesAsync(file.VerifiedPath).ConfigureAwait(false);
        var compare = settings.StreamComparers.Find(file.Extension) ?? global.StreamComparers.Find(file.Extension);
        if (compare is null || aTextDiffered || verified.Length == 0)
        {
            return new CompareResult(received.AsSpan().SequenceEqual(verified));
        }

        using var receivedStream = new MemoryStream(received, writable: false);
        using var verifiedStream = new MemoryStream(verified, writable: false);
        return await Guarded(file, () => compare(receivedStream, verifiedStream, settings.Context)).ConfigureAwait(false);
    }

    private static async Task<CompareResult> Guarded(FilePair file, Func<Task<CompareResult>> compare)
    {
        try
        {
            return await compare().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"Failed to compare files:\nReceivedPath: {file.ReceivedPath}\nVerifiedPath: {file.VerifiedPath}", exception);
        }
    }
}
