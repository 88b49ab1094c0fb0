using Repro.Runtime.Files;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Files;

public sealed class LockFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder.Join("a", "run.lock");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFileIsTakenUntilItIsReleased()
    {
        Assert.False(LockFile.IsTaken(Target));
        using (LockFile.TryTake(Target))
        {
            Assert.True(LockFile.IsTaken(Target));
            Assert.Null(LockFile.TryTake(Target));
        }

        Assert.False(LockFile.IsTaken(Target));
        using var again = LockFile.TryTake(Target);
        Assert.NotNull(again);
    }

    [Fact]
    public void APipeInTheFilesPlaceIsNotWaitedFor()
    {
        Directory.CreateDirectory(folder.Join("a"));
        if (Pipes.TryCreate(Target))
        {
            Assert.False(LockFile.IsTaken(Target));
        }
    }
}
