namespace VerifyTests;

/// <summary>The two files of a target.</summary>
internal readonly record struct FilePair(string Extension, string ReceivedPath, string VerifiedPath)
{
    public bool IsText => FileExtension.IsText(Extension);
}
