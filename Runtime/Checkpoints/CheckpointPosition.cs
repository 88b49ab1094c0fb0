using System.Globalization;
using System.Text.RegularExpressions;

namespace Repro.Runtime.Checkpoints;

/// <summary>How far a run was when its checkpoint was written.</summary>
/// <param name="Epoch">How many epochs were complete.</param>
/// <param name="Step">How many steps of the next epoch were complete.</param>
public sealed partial record CheckpointPosition(int Epoch, int Step)
{
    /// <summary>The name of the checkpoint's folder.</summary>
    public string FolderName => string.Create(CultureInfo.InvariantCulture, $"epoch-{Epoch}-step-{Step}");

    /// <summary>The position in the name of a checkpoint's folder; <c>null</c> for any other name.</summary>
    public static CheckpointPosition? Parse(string folderName) =>
        Pattern().Match(folderName) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
        && int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            ? new(epoch, step)
            : null;

    /// <summary>A value to compare positions by: the further the run was, the greater.</summary>
    internal (int Epoch, int Step) Progress => (Epoch, Step);

    /// <summary>The position in words, such as <c>after epoch 120</c>.</summary>
    public override string ToString() => Step == 0
        ? string.Create(CultureInfo.InvariantCulture, $"after epoch {Epoch}")
        : string.Create(CultureInfo.InvariantCulture, $"after step {Step} of epoch {Epoch + 1}");

    [GeneratedRegex(@"\Aepoch-([0-9]+)-step-([0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
