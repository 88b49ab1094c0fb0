namespace SixLabors.ImageSharp.Memory;

/// <summary>More memory was asked for than one image may take.</summary>
public class InvalidMemoryOperationException : InvalidOperationException
{
    /// <summary>Creates the exception with a message.</summary>
    public InvalidMemoryOperationException(string message)
        : base(message)
    {
    }
}
