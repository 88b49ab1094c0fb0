using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Tests.Weights;

public class ModelWeightsTests
{
    [Fact]
    public void AnotherNetworkTakesTheWeights()
    {
        using var first = new TinyModel();
        using var second = new TinyModel();
        var weights = ModelWeights.Read(first);
        Assert.NotEqual(WeightsHash.Compute(weights), WeightsHash.Compute(ModelWeights.Read(second)));
        ModelWeights.Write(second, weights);
        Assert.Equal(WeightsHash.Compute(weights), WeightsHash.Compute(ModelWeights.Read(second)));
    }

    [Fact]
    public void WeightsOfAnotherNetworkAreRefused()
    {
        using var model = new TinyModel();
        var weights = ModelWeights.Read(model);
        Refused([.. weights.Skip(1)], $"There is no weight {weights[0].Name}.");
        Refused([.. weights, weights[0] with { Name = "x" }], "The network has no weight x.");
        Refused(
            [weights[0] with { Shape = [1, .. weights[0].Shape] }, .. weights.Skip(1)],
            $"The weight {weights[0].Name} has another type or shape than the network's.");

        void Refused(IReadOnlyList<WeightTensor> wrong, string message) =>
            Assert.Equal(message, Assert.Throws<InvalidDataException>(() => ModelWeights.Write(model, wrong)).Message);
    }
}
