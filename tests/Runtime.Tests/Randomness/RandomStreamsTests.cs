using System.Buffers.Binary;
using System.Security.Cryptography;
using Repro.Runtime.Randomness;

namespace Repro.Runtime.Tests.Randomness;

public class RandomStreamsTests
{
    [Fact]
    public void TheSeedIsTheHashOfSeedAndPurpose() =>
        Assert.Equal(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData("42/shuffle"u8)), RandomStreams.Seed(42, "shuffle"));

    [Fact]
    public void EverySeedAndPurposeHasItsOwnStream()
    {
        string[] purposes = [RandomStreams.Shuffle, RandomStreams.Samples, RandomStreams.Interpolation];
        long[] runs = [-1, 0, 1, 42, long.MinValue, long.MaxValue];
        var seeds = (from run in runs from purpose in purposes select RandomStreams.Seed(run, purpose)).ToList();
        Assert.Equal(seeds.Count, seeds.Distinct().Count());

        // PyTorch's generator keeps the low half of a seed.
        Assert.Equal(seeds.Count, seeds.Select(seed => (uint)seed).Distinct().Count());
    }
}
