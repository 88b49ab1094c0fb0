using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

/// <summary>The bits of Adam's steps: locked snapshots stand on them, so they change only together with the numerics version.</summary>
public class AdamBitsTests
{
    [Theory]
    [InlineData(0, false, "540eb1d467d8c1f9a811255eb9f2cdf0df2c40d741ec86beb577f836de86e07c")]
    [InlineData(0.01, true, "fde6be1cf2b6b7eebe47a8584f299fe018eff9b3750a496c7d232b59e41f7c56")]
    public void Forty_steps_give_the_same_bits_as_ever(double decay, bool maximize, string hash)
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = [.. new[] { 1, 17, 5_003 }.Select(length => new Parameter(tensor(Samples.Numbers(length, length))))];
        using var adam = optim.Adam(parameters, weight_decay: decay, maximize: maximize);
        using var bits = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var step = 0; step < 40; step++)
        {
            foreach (var parameter in parameters)
            {
                var length = (int)parameter.numel();
                parameter.grad = tensor(Samples.Numbers(length, length + step + 1));
            }

            adam.step();
            foreach (var parameter in parameters)
            {
                bits.AppendData(MemoryMarshal.AsBytes(parameter.Values().AsSpan()));
            }
        }

        var actual = Convert.ToHexStringLower(bits.GetHashAndReset());
        Assert.True(hash == actual, $"The bits of Adam's steps are {actual}, not {hash}: raise Numerics.Version, and lock the snapshots anew.");
    }
}
