namespace VerifyTests;

public partial class VerifySettings
{
    internal ComparerTable<StreamCompare> StreamComparers { get; private set; } = new();

    internal ComparerTable<StringCompare> StringComparers { get; private set; } = new();

    /// <summary>Compares the binary files of this snapshot.</summary>
    /// <param name="compare">Runs even for identical bytes.</param>
    /// <param name="extensions">Those it is for, without dots; none stands for all.</param>
    public void UseStreamComparer(StreamCompare compare, params ReadOnlySpan<string> extensions) =>
        StreamComparers = StreamComparers.With(compare, extensions);

    /// <summary>Compares the text files of this snapshot that differ.</summary>
    /// <param name="compare">Runs only when the texts differ.</param>
    /// <param name="extensions">Those it is for, without dots; none stands for all.</param>
    public void UseStringComparer(StringCompare compare, params ReadOnlySpan<string> extensions) =>
        StringComparers = StringComparers.With(compare, extensions);
}
