using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Modules;

public class DropoutTests
{
    [Fact]
    public void ItDropsInTrainingAsTheFunctionDoesAndPassesOnInEvaluation()
    {
        using var scope = NewDisposeScope();
        var (layer, x) = (nn.Dropout(0.3), Samples.Tensor(1, 40, 50));
        manual_seed(7);
        var expected = nn.functional.dropout(x, 0.3).Values();
        manual_seed(7);
        Bits.Equal(expected, layer.call(x).Values(), "training");
        Assert.InRange(expected.Count(value => value == 0), 500, 700);
        layer.eval();
        manual_seed(7);
        Bits.Equal(x.Values(), layer.call(x).Values(), "evaluation");
        var drawn = rand(1).item<float>();
        manual_seed(7);
        Assert.Equal(rand(1).item<float>(), drawn);
    }

    [Fact]
    public void ImpossibleProbabilitiesAreRefused() =>
        Assert.Contains("p is 1.5", Assert.Throws<ArgumentOutOfRangeException>(() => nn.Dropout(1.5)).Message, StringComparison.Ordinal);
}
