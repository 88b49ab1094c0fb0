namespace Repro.Engine.Serialization;

/// <summary>Reading from data that may end too early or be something else.</summary>
internal static class Damage
{
    /// <exception cref="InvalidDataException">The data ends too early, or holds a number that does not end.</exception>
    public static T Noticed<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("The data is damaged, cut off, or not of TorchSharp's format.", e);
        }
    }
}
