using Repro.Generators.Common;
using Repro.Generators.Syntax;

namespace Repro.Generators.Document;

/// <summary>The combinations of values that a matrix makes of an entry.</summary>
/// <param name="Axes">The keys and their values.</param>
/// <param name="Include">Further cells.</param>
/// <param name="Exclude">The values of the cells that are left out.</param>
internal sealed record Matrix(EquatableArray<MatrixAxis> Axes, EquatableArray<YamlMapping> Include, EquatableArray<YamlMapping> Exclude)
{
    /// <summary>The number of cells before any is excluded.</summary>
    public double Size => (Axes.Count == 0 ? 0 : Axes.Aggregate(1.0, (product, axis) => product * axis.Values.Count)) + Include.Count;

    /// <summary>Every combination, where the last axis changes first, then the further cells. Exclusions are not applied.</summary>
    public IEnumerable<YamlMapping> Cells()
    {
        var indices = new int[Axes.Count];
        for (var left = Size - Include.Count; left > 0; left--)
        {
            var pairs = Axes.Select((axis, i) => new YamlPair(axis.Key, axis.Values[indices[i]])).ToEquatableArray();
            yield return new(pairs, pairs[0].Value.Place);
            for (var i = indices.Length - 1; i >= 0 && ++indices[i] == Axes[i].Values.Count; i--)
            {
                indices[i] = 0;
            }
        }

        foreach (var cell in Include)
        {
            yield return cell;
        }
    }
}

/// <summary>A key and the values that it takes.</summary>
internal sealed record MatrixAxis(YamlScalar Key, EquatableArray<YamlNode> Values);
