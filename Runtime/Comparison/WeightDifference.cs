using System.Buffers.Binary;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Comparison;

/// <summary>A weight that differs between two runs.</summary>
/// <param name="Name">Its name in the network's state.</param>
/// <param name="Changed">How many of its values differ; <c>null</c> when its shape or type differs, or only one run has it.</param>
/// <param name="Count">How many values it has.</param>
/// <param name="Largest">The largest absolute difference of a value; NaN when a difference is not a number.</param>
public sealed record WeightDifference(string Name, long? Changed, long Count, double Largest)
{
    /// <summary>The weights that differ, in ordinal order of their names.</summary>
    internal static IReadOnlyList<WeightDifference> All(IReadOnlyList<WeightTensor> before, IReadOnlyList<WeightTensor> after)
    {
        var (was, now) = (before.ToDictionary(weight => weight.Name), after.ToDictionary(weight => weight.Name));
        return [.. was.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Select(
            name => Of(was.GetValueOrDefault(name), now.GetValueOrDefault(name))).OfType<WeightDifference>()];
    }

    private static WeightDifference? Of(WeightTensor? before, WeightTensor? after)
    {
        if (before is null || after is null || before.Type != after.Type || !before.Shape.SequenceEqual(after.Shape))
        {
            var either = (before ?? after)!;
            return new(either.Name, null, either.Data.Length / either.Type.Size(), double.NaN);
        }

        var size = before.Type.Size();
        var was = before.Data.Span;
        var now = after.Data.Span;
        var (changed, largest) = (0L, 0.0);
        for (var i = 0; i < was.Length; i += size)
        {
            var old = was.Slice(i, size);
            var other = now.Slice(i, size);
            if (!old.SequenceEqual(other))
            {
                changed++;
                var difference = Math.Abs(Value(other, before.Type) - Value(old, before.Type));
                largest = difference > largest || double.IsNaN(difference) ? difference : largest;
            }
        }

        return changed == 0 ? null : new(before.Name, changed, was.Length / size, largest);
    }

    private static double Value(ReadOnlySpan<byte> bytes, WeightType type) =>
        type == WeightType.Float32 ? BinaryPrimitives.ReadSingleLittleEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes);
}
