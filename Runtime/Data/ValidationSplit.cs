using System.Security.Cryptography;
using System.Text;

namespace Repro.Runtime.Data;

/// <summary>
/// Chooses the images to hold back from training. The choice depends on their paths alone, so it is the same for every seed and every
/// model.
/// </summary>
internal static class ValidationSplit
{
    /// <summary>
    /// The images to hold back: the first ones when ordered by the SHA-256 of their paths (of the UTF-8 text, compared byte by byte). An
    /// image added to the data set moves at most one other image to the other side.
    /// </summary>
    /// <exception cref="ReproException">No image would be left to train on.</exception>
    public static IReadOnlySet<string> HeldBack(IReadOnlyList<string> names, DataSettings settings)
    {
        var count = settings.Validation?.Of(names.Count) ?? 0;
        return count < names.Count
            ? names.OrderBy(Key, StringComparer.Ordinal).Take(count).ToHashSet(StringComparer.Ordinal)
            : throw new ReproException(
                $"data set '{settings.Name}': {count} of {names.Count} images are held back for validation, " +
                "which leaves none to train on. " +
                "Add images, or lower 'validation' in experiments.yaml.");
    }

    private static string Key(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
