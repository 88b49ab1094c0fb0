using SixLabors.ImageSharp.Processing.Processors;

namespace SixLabors.ImageSharp.Processing;

/// <summary>An image between two steps of its processing.</summary>
public interface IImageProcessingContext
{
    /// <summary>The size after the steps so far.</summary>
    Size GetCurrentSize();

    /// <summary>Adds a step.</summary>
    IImageProcessingContext ApplyProcessor(IImageProcessor processor);
}
