using System.Collections.Immutable;
using System.Text;

namespace VerifyTests;

/// <summary>Scrubbers in the order they run: those of every extension, then those of one.</summary>
internal sealed record ScrubberList
{
    private ImmutableList<Action<StringBuilder>> General { get; init; } = [];

    private ImmutableList<(string Extension, Action<StringBuilder> Scrubber)> Mapped { get; init; } = [];

    public ScrubberList With(Action<StringBuilder> scrubber, ScrubberLocation location)
    {
        ArgumentNullException.ThrowIfNull(scrubber);
        return this with { General = Insert(General, scrubber, location) };
    }

    public ScrubberList With(string extension, Action<StringBuilder> scrubber, ScrubberLocation location)
    {
        ArgumentNullException.ThrowIfNull(scrubber);
        FileExtension.Check(extension);
        return this with { Mapped = Insert(Mapped, (extension, scrubber), location) };
    }

    public void ApplyGeneral(StringBuilder text) => General.ForEach(scrubber => scrubber(text));

    public void ApplyMapped(string extension, StringBuilder text)
    {
        foreach (var (mapped, scrubber) in Mapped)
        {
            if (string.Equals(mapped, extension, StringComparison.OrdinalIgnoreCase))
            {
                scrubber(text);
            }
        }
    }

    private static ImmutableList<T> Insert<T>(ImmutableList<T> list, T item, ScrubberLocation location) =>
        location == ScrubberLocation.First ? list.Insert(0, item) : list.Add(item);
}
