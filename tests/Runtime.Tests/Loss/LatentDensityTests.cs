using Repro.Runtime.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Loss;

/// <summary>The expected numbers are those of torch.distributions in PyTorch 1.13.1, in float64.</summary>
public sealed class LatentDensityTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Tensor latent = Numbers.Ramp(-1.5f, 1.5f, 3, 4);

    [Fact]
    public void Normal() => Numbers.AreClose(
        [-4.5826821109243205, -6.018607206632414, -4.478724104917266],
        LatentDensity.Normal(latent, Numbers.Modular(3, 2, 7, 7, -0.5f, 3, 4), Numbers.Modular(4, 1, 9, 9, -0.6f, 3, 4)));

    [Fact]
    public void StandardNormal() =>
        Numbers.AreClose([-5.126167371291373, -5.126167371291373, -5.200547522726243], LatentDensity.StandardNormal(latent));

    [Fact]
    public void VampPrior() => Numbers.AreClose(
        [-4.931371710433803, -5.00392608239053, -5.505935076771348],
        LatentDensity.VampPrior(latent, Numbers.Modular(5, 2, 8, 8, -0.4f, 2, 4), Numbers.Modular(3, 1, 5, 5, -0.3f, 2, 4)));

    [Fact]
    public void AMixtureOfEqualsIsOneOfThem() => Numbers.AreClose(
        LatentDensity.StandardNormal(latent).data<float>().Select(value => (double)value), LatentDensity.VampPrior(
            latent, zeros(5, 4), zeros(5, 4)));

    [Fact]
    public void FarAwayItIsFinite() => Numbers.AreClose(
        [-0.5 * (1.8378770664093453 + 40000)], LatentDensity.VampPrior(tensor([200f]).reshape(1, 1), zeros(2, 1), zeros(2, 1)));

    public void Dispose() => scope.Dispose();
}
