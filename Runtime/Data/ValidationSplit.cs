using System.Security.Cryptography;
using System.Text;

namespace Repro.Runtime.Data;

/// <summary>Says which images are held back from training. It is a function of their paths alone, the same for every seed and every model.</summary>
internal static class ValidationSplit
{
    /// <summary>
    /// The images held back: those whose paths' SHA-256 (of the UTF-8 text, compared byte by byte) come first. An image added to the data
    /// set changes the place of one other at most.
    /// </summary>
    /// <exception cref="ReproException">No image would be left to train on.</exception>
    public static IReadOnlySet<string> HeldBack(IReadOnlyList<string> names, DataSettings settings)
    {
        var count = settings.Validation?.Of(names.Count) ?? 0;
        return count < names.Count
            ? names.OrderBy(Key, StringComparer.Ordinal).Take(count).ToHashSet(StringComparer.Ordinal)
            : throw new ReproException(
                $"data set '{settings.Name}': {count} of {names.Count} images are held back for validation, which leaves none to train on. " +
                "Add images, or lower 'validation' in experiments.yaml.");
    }

    private static string Key(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
