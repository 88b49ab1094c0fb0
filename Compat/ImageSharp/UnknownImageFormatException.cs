namespace SixLabors.ImageSharp;

/// <summary>The data, or the extension of a file name, belongs to no known image format.</summary>
public sealed class UnknownImageFormatException : ImageFormatException
{
    /// <summary>Creates the exception with a message.</summary>
    public UnknownImageFormatException(string errorMessage)
        : base(errorMessage)
    {
    }
}
