using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Schema;
using Repro.Generators.Language.Values;
using Repro.Generators.Syntax;

namespace Repro.Generators.Vocabulary.Losses;

/// <summary>A number, or how the weight changes from epoch to epoch.</summary>
internal sealed class WeightValue : ValueType<Weight>
{
    private static readonly RealNumber Number = new(0, 1000000);

    private static readonly Key<long> Epochs = Key.Required("epochs", Ranges.Count, "Epochs from the first weight to the last.", "100");

    private static readonly Key<long> Period = Key.Required("period", Ranges.Count, "Epochs of a period.", "50");

    private static readonly Key<decimal> Ramp = Key.Optional(
        "ramp", new RealNumber(0.000001m, 1), "0.5", "The share of a period in which the weight goes from the first to the last.", "1");

    private static readonly Key<decimal> From = Key.Optional("from", Number, "0", "The first weight.", "0.1");

    private static readonly Key<decimal> To = Key.Optional("to", Number, "1", "The last weight.", "4");

    private static readonly Choice<Weight> Change = new("weight", () => All);

    public static readonly ImmutableArray<Definition<Weight>> All =
    [
        new(
            "warm_up",
            "A straight line from the first weight in epoch 1 to the last weight, which then stays (Bowman et al., 2016).",
            [Epochs, From, To],
            WarmUp,
            Shorthand: Epochs),
        new(
            "cyclical",
            "In each period a straight line from the first weight to the last, which stays for the rest of the period (Fu et al., "
            + "2019).",
            [Period, Ramp, From, To],
            Cyclical,
            Shorthand: Period),
    ];

    public override string Expected => $"{Number.Expected}, or '{All[0].Example}' or '{All[1].Example}'";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "anyOf", new[] { Number.Schema(definitions), Change.Schema(definitions) } } };

    /// <summary>The settings of the same change are inherited one by one.</summary>
    public override YamlNode Merge(YamlNode own, YamlNode inherited) => Change.Merge(own, inherited);

    public override bool TryRead(YamlNode node, ReadContext context, out Weight value)
    {
        if (node is YamlMapping)
        {
            return Change.TryRead(node, context, out value);
        }

        var isRead = Number.TryRead(node, context, out var number);
        value = new(number == 1 ? "" : $" times {number.Short()}", number.Canonical(), number.Canonical(), Changes: false);
        return isRead;
    }

    private static Weight WarmUp(Settings settings)
    {
        var (epochs, from, to) = (settings.Get(Epochs), settings.Get(From).Canonical(), settings.Get(To).Canonical());
        return new(
            Invariant($" warmed up for {epochs} epochs"),
            Invariant($"warm_up epochs={epochs} from={from} to={to}"),
            Invariant($"{GlobalNames.Runtime}.LossWeight.WarmUp(epochs: {epochs}, from: {from}, to: {to})"),
            Changes: true);
    }

    private static Weight Cyclical(Settings settings)
    {
        var (period, ramp) = (settings.Get(Period), settings.Get(Ramp).Canonical());
        var (from, to) = (settings.Get(From).Canonical(), settings.Get(To).Canonical());
        return new(
            Invariant($" in cycles of {period} epochs"),
            Invariant($"cyclical period={period} ramp={ramp} from={from} to={to}"),
            Invariant($"{GlobalNames.Runtime}.LossWeight.Cyclical(period: {period}, ramp: {ramp}, from: {from}, to: {to})"),
            Changes: true);
    }
}
