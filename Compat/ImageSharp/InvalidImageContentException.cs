namespace SixLabors.ImageSharp;

/// <summary>The format of the image was recognised, but its content is broken.</summary>
public sealed class InvalidImageContentException : ImageFormatException
{
    /// <summary>Creates the exception with a message.</summary>
    public InvalidImageContentException(string errorMessage)
        : base(errorMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public InvalidImageContentException(string errorMessage, Exception innerException)
        : base(errorMessage, innerException)
    {
    }
}
