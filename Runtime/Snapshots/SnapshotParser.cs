using System.Globalization;
using Repro.Runtime.Training;

namespace Repro.Runtime.Snapshots;

/// <summary>Reads the text that <see cref="SnapshotWriter"/> writes.</summary>
public sealed class SnapshotParser
{
    private const string Hash = "a hash of 64 hex digits";

    private readonly string source;
    private readonly string[] lines;
    private int next;

    private SnapshotParser(string text, string source)
    {
        this.source = source;
        lines = Normalize(text).Split('\n');
    }

    private string? Line => next < lines.Length ? lines[next] : null;

    /// <summary>Reads a snapshot. A byte-order mark and Windows line endings are accepted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Its name in messages, such as its path.</param>
    /// <exception cref="ReproException">The text is not a snapshot; the message names the line.</exception>
    public static Snapshot Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SnapshotParser(text, source).Parse();
    }

    /// <summary>
    /// The text without a byte-order mark, Windows line endings and a last line feed, which an editor or version control may have added.
    /// </summary>
    internal static string Normalize(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    private Snapshot Parse()
    {
        var header = new SnapshotHeader(
            Field("experiment", FieldForm.IsName, "a name of experiments.yaml"),
            Field("spec", FieldForm.IsHash, Hash),
            Field("data", FieldForm.IsHash, Hash),
            Field("engine", FieldForm.IsEngine, "the name of an engine"),
            Number(Field("seed"), 0, uint.MaxValue),
            (int)Number(Field("epochs"), 1, int.MaxValue),
            Number(Field("parameters"), 0, long.MaxValue));
        Blank();
        var epochs = Epochs(header.Epochs);
        var pictures = IsSection("epoch") ? Pictures(header.Epochs) : [];
        var weights = IsSection("weights") ? Field("weights", FieldForm.IsHash, Hash) : null;
        return Line is null ? new Snapshot(header, epochs, pictures, weights) : throw Error("text after the end of the snapshot");
    }

    private List<EpochResult> Epochs(int most)
    {
        var titles = Titles(Take("the table of epochs"));
        Require(
            titles is ["epoch", "loss", .., "running hash"]
                && titles.Length % 2 == 0
                && titles[1..^1].Where((_, i) => i % 2 == 1).All(title => title == "bits"),
            "the title of the table of epochs was expected");
        var terms = titles[3..^1].Where((_, i) => i % 2 == 0).ToArray();
        Require(
            terms.All(FieldForm.IsTerm) && terms.Append("loss").Distinct(StringComparer.Ordinal).Count() == terms.Length + 1,
            "names of the terms of a loss were expected, each once");
        var epochs = new List<EpochResult>();
        while (!string.IsNullOrEmpty(Line))
        {
            var words = Words(Take("an epoch"));
            Require(words.Length == titles.Length, "an epoch with a number, its loss and terms, and a running hash was expected");
            Require(Number(words[0], 1, most) == epochs.Count + 1, $"epoch {epochs.Count + 1} was expected");
            Require(FieldForm.IsRunningHash(words[^1]), $"a running hash of 16 hex digits was expected, not '{words[^1]}'");
            var values = terms.Select((name, i) => new TermValue(name, Value(words, 3 + (2 * i)))).ToLookup(IsOfValidation);
            epochs.Add(
                new EpochResult(epochs.Count + 1, Value(words, 1), [.. values[false]], words[^1]) { Validation = [.. values[true]] });
        }

        return epochs;
    }

    private static bool IsOfValidation(TermValue value) => value.Name.StartsWith(EpochResult.ValidationPrefix, StringComparison.Ordinal);

    private List<SnapshotPicture> Pictures(int epochs)
    {
        Require(
            Words(Take("the table of pictures")) is ["epoch", "picture", "size", "pixels"],
            "the title of the table of pictures was expected");
        var pictures = new List<SnapshotPicture>();
        while (!string.IsNullOrEmpty(Line))
        {
            var words = Words(Take("a picture"));
            Require(words.Length == 4, "a picture's epoch, kind, size and hash were expected");
            Require(FieldForm.IsName(words[1]), $"the name of a kind of picture was expected, not '{words[1]}'");
            Require(FieldForm.IsSize(words[2]), $"the size of a picture was expected, such as 464x134, not '{words[2]}'");
            Require(FieldForm.IsHash(words[3]), $"{Hash} was expected, not '{words[3]}'");
            var picture = new SnapshotPicture((int)Number(words[0], 1, epochs), words[1], words[2], words[3]);
            Require(pictures.TrueForAll(other => other.FileName != picture.FileName), "this picture was named before");
            pictures.Add(picture);
        }

        Require(pictures.Count > 0, "a picture was expected after this line");
        return pictures;
    }

    private float Value(string[] words, int index)
    {
        var value = FloatText.FromBits(words[index + 1]);
        Require(
            value is { } number && FloatText.Decimal(number) == words[index],
            $"{words[index]} and {words[index + 1]} are not the same number");
        return value!.Value;
    }

    private string Field(string name)
    {
        var line = Take($"the field '{name}'");
        Require(
            line.StartsWith(name + " ", StringComparison.Ordinal) && line[name.Length..].Trim().Length > 0,
            $"the field '{name}' was expected");
        return line[name.Length..].Trim();
    }

    private string Field(string name, Func<string, bool> isOfForm, string form)
    {
        var value = Field(name);
        Require(isOfForm(value), $"{form} was expected, not '{value}'");
        return value;
    }

    private long Number(string text, long least, long most)
    {
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        Require(isNumber && number >= least && number <= most, $"a whole number from {least} to {most} was expected, not '{text}'");
        return number;
    }

    private bool IsSection(string firstWord)
    {
        if (Line != "" || next + 1 >= lines.Length || !lines[next + 1].TrimStart().StartsWith(firstWord, StringComparison.Ordinal))
        {
            return false;
        }

        Blank();
        return true;
    }

    private void Blank() => Require(Take("an empty line").Length == 0, "an empty line was expected");

    private string Take(string what)
    {
        var line = Line ?? throw Error($"{what} is missing");
        next++;
        return line;
    }

    // The name of a term may have single spaces. Between columns there are at least two.
    private static string[] Titles(string line) => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private void Require(bool condition, string problem)
    {
        if (!condition)
        {
            next--;
            throw Error(problem);
        }
    }

    private ReproException Error(string problem) =>
        new(string.Create(
            CultureInfo.InvariantCulture,
            $"{source}({next + 1}): {problem}. Restore the file from version control, or delete it and accept a new run."));
}
