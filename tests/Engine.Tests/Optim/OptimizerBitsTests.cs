using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

/// <summary>
/// The bits of every optimizer's steps: locked snapshots stand on them, so they change only together with the numerics version.
/// </summary>
public class OptimizerBitsTests
{
    [Theory]
    [InlineData("SGD", "3d6bc6dbc81d2a486c6ce154931164921a3f5aaaee40a77208dea417f75e4acb")]
    [InlineData("SGD, decay, maximize", "979c93dfdba4b44ad2f44ccec2a016e354a8abf68941046edc49cd02f3fcc809")]
    [InlineData("SGD, momentum", "816f9db0aeca1c3251d91fdd27bc0a5875411ca950c5fb5e48f3ffe27a396af8")]
    [InlineData("SGD, nesterov", "9b10bfe83a0b01e300bbca74cfb08fcb5540db3614f2deff92d2421e8b04b87b")]
    [InlineData("Adam", "5f0139d7cc2275e939070cac6f691711ac9df51ad791bbcfe104ccaae573a0b1")]
    [InlineData("Adam, decay, maximize", "9b9683fad1459c16e27098dc7f2010011a8eea7564f73fee0cffaaa5d58eb00b")]
    [InlineData("Adam, amsgrad", "908d49fcaa5ced83118b1214bcff6524ee1817702fa2c8bc8cf79419d551f25b")]
    [InlineData("AdamW", "2559b8bad5f86e91942d7a8274cd21c1ad95fcbd4e038c5e6017486bb3848c14")]
    [InlineData("AdamW, amsgrad", "dad94fd6bac9d57fcc7c9f7e7ebaaff32537a8d1b6fbce1727055990b56d6b18")]
    [InlineData("RMSProp", "80871da6112e13bff7ceb1eeff96b19388aa93b08a700d8dbc5daf0af345b169")]
    [InlineData("RMSProp, momentum", "a278285b86f7f0c93caa9e3315d21b4f11d3b27e105e15c514abca5bfb66854c")]
    [InlineData("RMSProp, centered", "72759e485d62d90e52c22326f0e530b86b31acea48a075add93b5902cac764c0")]
    [InlineData("RMSProp, centered, momentum", "57d9333b38028e8948d0772af6da78e3871d401b1d621121149b9497177365fe")]
    public void StepsGiveTheSameBitsAsEver(string name, string hash) => Check(p => Optimizers.Make(name, p), hash);

    [Theory]
    [InlineData(0, false, "540eb1d467d8c1f9a811255eb9f2cdf0df2c40d741ec86beb577f836de86e07c")]
    [InlineData(0.01, true, "fde6be1cf2b6b7eebe47a8584f299fe018eff9b3750a496c7d232b59e41f7c56")]
    public void AdamAsTheExperimentsUseIt(double decay, bool maximize, string hash) =>
        Check(p => optim.Adam(p, weight_decay: decay, maximize: maximize), hash);

    private static void Check(Func<IEnumerable<Parameter>, optim.Optimizer> make, string hash)
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = [.. new[] { 1, 17, 5_003 }.Select(length => new Parameter(tensor(Samples.Numbers(length, length))))];
        using var optimizer = make(parameters);
        using var bits = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var step = 0; step < 40; step++)
        {
            foreach (var parameter in parameters)
            {
                var length = (int)parameter.numel();
                parameter.grad = tensor(Samples.Numbers(length, length + step + 1));
            }

            optimizer.step();
            foreach (var parameter in parameters)
            {
                var values = parameter.Values();
                Assert.All(values, value => Assert.True(float.IsFinite(value)));
                bits.AppendData(MemoryMarshal.AsBytes(values.AsSpan()));
            }
        }

        var actual = Convert.ToHexStringLower(bits.GetHashAndReset());
        Assert.True(
            hash == actual, $"The bits of the steps are {actual}, not {hash}: raise Numerics.Version, and lock the snapshots anew.");
    }
}
