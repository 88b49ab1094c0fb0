using System.Security.Cryptography;
using Repro.Runtime.Training;

namespace Repro.Runtime.Tests.Training;

public class RunningHashTests
{
    [Fact]
    public void ItIsAChainOfSha256()
    {
        var hash = new RunningHash();
        hash.Append(1f, [-2f]);
        var first = SHA256.HashData([.. new byte[32], 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]);
        Assert.Equal(Convert.ToHexStringLower(first)[..16], hash.Text);

        hash.Append(0f, []);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. first, 0, 0, 0, 0]))[..16], hash.Text);
    }

    [Fact]
    public void OneBitInOneStepChangesTheRest()
    {
        Assert.NotEqual(Chain([1f, 2f, 3f]), Chain([1f, MathF.BitIncrement(2f), 3f]));
        Assert.NotEqual(Chain([0f]), Chain([-0f]));
    }

    private static string Chain(float[] losses)
    {
        var hash = new RunningHash();
        foreach (var loss in losses)
        {
            hash.Append(loss, []);
        }

        return hash.Text;
    }
}
