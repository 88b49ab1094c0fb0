using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Training;

/// <summary>
/// The bits of a short training, as a hash: the same on every machine, with every kernel and any number of threads. It may change only
/// together with the version of the contract.
/// </summary>
public class FingerprintTests
{
    [Fact]
    public void Version_1_trains_to_these_bits()
    {
        Assert.Equal(1, Numerics.Version);
        const string Expected = "e4c201799209c90686a93fe65ddc57cc75df95747c5dafc784bd485eb85cd5cd";
        Threads.Each(_ => Assert.Equal(Expected, Train()));
        Kernel.Each(_ => Assert.Equal(Expected, Train()));
    }

    /// <summary>Three steps of a small variational autoencoder: every operation that the paper's networks use.</summary>
    private static string Train()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        using var encoder = nn.Sequential(
            nn.Conv2d(3, 20, 4, 2, 1), nn.BatchNorm2d(20), nn.LeakyReLU(0.2), nn.Conv2d(20, 37, 4, 2, 1), nn.BatchNorm2d(37), nn.LeakyReLU(0.2));
        using var heads = nn.Linear(37 * 16, 10);
        using var back = nn.Linear(5, 37 * 16);
        using var decoder = nn.Sequential(
            nn.ConvTranspose2d(37, 20, 4, 2, 1), nn.BatchNorm2d(20), nn.ReLU(), nn.ConvTranspose2d(20, 3, 4, 2, 1), nn.Sigmoid());
        nn.Module[] modules = [encoder, heads, back, decoder];
        using var adam = optim.Adam(modules.SelectMany(module => module.parameters()), lr: 1e-2);
        var images = rand(9, 3, 16, 16);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var step = 0; step < 3; step++)
        {
            adam.zero_grad();
            var both = heads.call(encoder.call(images).flatten(1));
            var (mu, logvar) = (both.narrow(1, 0, 5), both.narrow(1, 5, 5));
            var latent = mu + ((0.5 * logvar).exp() * randn_like(mu));
            var output = decoder.call(back.call(latent).view(-1, 37, 4, 4));
            var loss = (nn.functional.mse_loss(output, images, nn.Reduction.Sum) / 9) + (-0.5 * (1 + logvar - mu.square() - logvar.exp()).sum(1L)).mean();
            loss.backward();
            adam.step();
            Append(hash, loss);
        }

        foreach (var (_, value) in modules.SelectMany(module => module.state_dict()).Where(entry => entry.Value.dtype == ScalarType.Float32))
        {
            Append(hash, value);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, Tensor tensor) => hash.AppendData(MemoryMarshal.AsBytes<float>(tensor.Values()));
}
