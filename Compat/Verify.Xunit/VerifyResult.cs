namespace VerifyTests;

/// <summary>A verification that passed.</summary>
public class VerifyResult
{
    internal VerifyResult(IReadOnlyList<FilePair> files, object? target)
    {
        Files = [.. files.Select(file => file.VerifiedPath)];
        TextFiles = [.. files.Where(file => file.IsText).Select(file => file.VerifiedPath)];
        Target = target;
    }

    /// <summary>Paths of the verified files.</summary>
    public IEnumerable<string> Files { get; }

    /// <summary>Paths of the verified text files.</summary>
    public IEnumerable<string> TextFiles { get; }

    /// <summary>What was verified.</summary>
    public object? Target { get; }

    /// <summary>The verified text.</summary>
    /// <exception cref="InvalidOperationException">The snapshot has no text file, or several.</exception>
    public string Text => TextFiles.ToList() is [var file]
        ? TextFile.Read(file)
        : throw new InvalidOperationException($"Text needs exactly one text file; this snapshot has {TextFiles.Count()}.");
}
