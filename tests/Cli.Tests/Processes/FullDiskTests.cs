using System.Text;
using Repro.Cli.Program;
using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Weights;

namespace Repro.Cli.Tests.Processes;

/// <summary>
/// The program on a disk that becomes full, at every moment of a run: the size of the disk goes up page by page, and so does its number of
/// files. It is exit code 1 and one message that names the file which was not written; what is there under its name is whole, and nothing
/// passes for a finished run. With <c>REPRO_SLOW_TESTS=1</c> each size has its turn, otherwise every other.
/// </summary>
public sealed class FullDiskTests : IDisposable
{
    private const string NoSpace = "No space left on device";

    /// <summary>Starts a program that permissions bind, though it belongs to the system's administrator.</summary>
    private const string Bound = "setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search";

    private readonly CliFixture cli = new();

    public void Dispose() => cli.Dispose();

    [MountFact]
    public async Task AFullDiskIsNamedAtEveryMomentOfARun()
    {
        string[] disks =
        [
            .. Enumerable.Range(1, 26).Where(Chosen).Select(pages => $"size={4 * pages}k"), "size=1m",
            .. Enumerable.Range(2, 14).Where(files => Chosen(files + 1)).Select(files => $"nr_inodes={files}"), "nr_inodes=100",
        ];
        await Run($$"""
            mkdir artifacts
            for disk in {{string.Join(' ', disks)}}; do
              mount -t tmpfs -o $disk tmpfs artifacts
              repro run tiny-a >$disk.out 2>$disk.err
              echo $? >$disk.code
              mkdir $disk && cp -r artifacts $disk/
              umount artifacts
            done
            """);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var disk in disks)
        {
            if (await File.ReadAllTextAsync(cli.Join($"{disk}.code")) == "0\n")
            {
                Assert.NotNull(Runtime.Runs.Run.TryRead(Folder(disk), out var findings));
                Assert.Empty(findings);
            }
            else
            {
                named.Add(await AssertNamed(disk));
            }
        }

        // The sizes hit different moments: before training, at a picture, at the end.
        Assert.True(named.IsSupersetOf(["", "losses.csv", "captures", "weights.safetensors"]), string.Join(' ', named));
        Assert.True(named.Count > 4, string.Join(' ', named));
        Assert.Equal(
            ["0\n", "0\n"],
            await Task.WhenAll(((string[])["size=1m", "nr_inodes=100"]).Select(disk => File.ReadAllTextAsync(cli.Join($"{disk}.code")))));
    }

    [MountFact]
    public async Task AFullDiskLeavesTheOldSnapshotWhole()
    {
        File.WriteAllBytes(cli.Join("new.png"), Tiny.Image(9).ToPng());
        var result = await Run("""
            mkdir Snapshots && mount -t tmpfs -o size=1m tmpfs Snapshots
            repro run tiny-a && repro accept tiny-a || exit 9
            cp -r Snapshots old && cp new.png data/dots/dot-1.png && repro run tiny-a >out 2>&1
            used=$(du -k -s Snapshots | cut -f1)
            more=0
            while :; do
              more=$((more + 4))
              mount -o remount,size=$((used + more))k Snapshots || exit 9
              if repro accept tiny-a >out 2>err; then break; fi
              cat err; ls Snapshots | grep partial
              diff -r old Snapshots || exit 9
            done
            diff -r old Snapshots >/dev/null && exit 9
            repro check tiny-a
            """);
        Assert.True(result.Code == 0, result.Out + result.Error);
        var messages = result.Out.Split('\n').Where(line => line.StartsWith("repro: ", StringComparison.Ordinal)).ToList();
        Assert.True(messages.Count > 3, result.Out);
        Assert.All(
            messages, message => Assert.Matches($"^repro: '{cli.Join("Snapshots")}/tiny-a[^']*' cannot be written: {NoSpace}", message));
        Assert.DoesNotContain(
            AtomicFile.PartialExtension, string.Join('\n', result.Out.Split('\n').Except(messages)), StringComparison.Ordinal);
    }

    [MountFact]
    public async Task ADiskThatBecomesReadOnlyEndsTheRun()
    {
        var result = await Run("""
            mkdir -p artifacts/tiny-a artifacts/tiny-long
            mount -t tmpfs -o ro tmpfs artifacts/tiny-a && mount -t tmpfs tmpfs artifacts/tiny-long
            repro run tiny-long >out 2>err &
            until ls artifacts/tiny-long/captures/epoch-003-* >/dev/null 2>&1; do sleep 0.05; done
            until mount -o remount,ro artifacts/tiny-long 2>/dev/null; do kill -0 $! || exit 9; done
            wait $!
            code=$?
            repro run tiny-a 2>&1
            cat err
            exit $code
            """);
        Assert.Equal(1, result.Code);
        var lines = result.Out.TrimEnd('\n').Split('\n')[1..];
        Assert.Equal(2, lines.Length);
        Assert.StartsWith(
            $"repro: The artifacts folder '{cli.Join("artifacts", "tiny-a")}' is not writable: Read-only file system", lines[0],
            StringComparison.Ordinal);
        Assert.Matches(
            $"^repro: '{cli.Join("artifacts", "tiny-long")}/captures/epoch-[^']*' cannot be written: Read-only file system", lines[1]);
    }

    [MountFact]
    public async Task AFolderThatVanishesEndsTheRun()
    {
        var result = await Run("""
            repro run tiny-long >out 2>err &
            until ls artifacts/tiny-long/captures/epoch-003-* >/dev/null 2>&1; do sleep 0.05; done
            mv artifacts elsewhere
            wait $!
            code=$?
            cat err
            rm -f elsewhere/tiny-long/captures/*.partial
            exit $code
            """);
        Assert.Equal(1, result.Code);
        Assert.Matches(
            $"^repro: '{cli.Join("artifacts", "tiny-long")}/captures/epoch-[^']*' cannot be written: ",
            Assert.Single(result.Out.TrimEnd('\n').Split('\n')));
        AssertWhole(cli.Join("elsewhere", "tiny-long"));
    }

    [RootFact]
    public async Task WhoMayNotWriteIsToldSo()
    {
        var result = await Run($"""
            mkdir artifacts && chmod 555 artifacts
            {Bound} dotnet "{TinyProcess.Program}" run tiny-a
            """);
        Assert.Equal(1, result.Code);
        Assert.StartsWith(
            $"repro: The artifacts folder '{cli.Join("artifacts", "tiny-a")}' is not writable: Access to the path ", result.Error,
            StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [RootFact]
    public async Task AnImageThatMayNotBeReadIsNamed()
    {
        var result = await Run($"""
            chmod 000 data/dots/dot-3.png
            {Bound} dotnet "{TinyProcess.Program}" run tiny-a
            """);
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.StartsWith(
            "repro: data set 'dots': 'data/dots/dot-3.png' cannot be read: Access to the path ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [RootFact]
    public async Task AFolderThatMayNotBeReadIsNoEmptyOne()
    {
        string[] folders = ["artifacts", "artifacts/tiny-a", "artifacts/tiny-a/captures", "Snapshots", "data/dots"];
        string[] commands = ["check", "list", "report", "diff tiny-a", "watch tiny-a --once", "run tiny-a", "accept tiny-a", "verify"];
        var result = await Run($$"""
            repro run tiny-a >/dev/null && repro accept tiny-a >/dev/null || exit 9
            for folder in {{string.Join(' ', folders)}}; do
              chmod 000 $folder
              for command in {{string.Join(' ', commands.Select(command => $"'{command}'"))}}; do
                {{Bound}} dotnet "{{TinyProcess.Program}}" $command >out 2>err
                echo "$folder: $command: $?"
                grep -q '   at ' err && cat err
              done
              chmod 755 $folder
              repro check tiny-a >/dev/null || exit 9
            done
            """);
        Assert.True(result.Code == 0, result.Out + result.Error);
        var lines = result.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(folders.Length * commands.Length, lines.Length);
        Assert.All(lines, line => Assert.Matches(": [01]$", line));
        Assert.All(
            lines.Where(line => line.Contains(": check: ", StringComparison.Ordinal)),
            line => Assert.EndsWith(": 1", line, StringComparison.Ordinal));
    }

    private static bool Chosen(int size) => Thorough.IsOn || size % 2 == 1;

    private async Task<string> AssertNamed(string disk)
    {
        Assert.Equal("1\n", await File.ReadAllTextAsync(cli.Join($"{disk}.code")));
        var message = Assert.Single((await File.ReadAllTextAsync(cli.Join($"{disk}.err"))).TrimEnd('\n').Split('\n'));
        Assert.Contains(NoSpace, message, StringComparison.Ordinal);
        Assert.Null(Runtime.Runs.Run.TryRead(Folder(disk), out _));
        AssertWhole(Folder(disk).Path);
        if (message.StartsWith(
            $"repro: The artifacts folder '{cli.Join("artifacts", "tiny-a")}' is not writable: ", StringComparison.Ordinal)
            || message.StartsWith(
                $"repro: '{cli.Join("artifacts", "tiny-a")}.lock.json' cannot be written: {NoSpace}", StringComparison.Ordinal))
        {
            return "";
        }

        // The file that is named is the one that is missing, or, for the losses, behind.
        var start = $"repro: '{cli.Join("artifacts", "tiny-a")}/";
        Assert.StartsWith(start, message, StringComparison.Ordinal);
        var name = message[start.Length..].Split('\'')[0];
        Assert.StartsWith($"{start}{name}' cannot be written: {NoSpace}", message, StringComparison.Ordinal);
        var file = Path.Combine(Folder(disk).Path, name);
        Assert.True(!File.Exists(file) || (name == "losses.csv" && (await File.ReadAllLinesAsync(file)).Length < 5), message);
        return name.Split('/')[0];
    }

    private static void AssertWhole(string folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            var content = File.ReadAllBytes(file);
            switch (Path.GetExtension(file))
            {
                case ".png":
                    Assert.Equal(64, PictureFile.Decode(content).Hash.Length);
                    break;
                case ".safetensors":
                    Assert.NotEmpty(SafetensorsReader.Read(content));
                    break;
                case ".txt":
                    Assert.NotNull(SnapshotParser.Parse(Encoding.UTF8.GetString(content), file).Weights);
                    break;
                case ".csv" or ".svg":
                    Assert.Equal((byte)'\n', content[^1]);
                    break;
                default:
                    Assert.Fail($"'{file}' is no file of a run.");
                    break;
            }
        }
    }

    private RunFolder Folder(string disk) => RunFolder.All(cli.Join(disk)).SingleOrDefault()
        ?? RunFolder.Of(cli.Join(disk), Catalog.Pair[0].Settings, Catalog.Pair[0].Settings);

    private Task<CliResult> Run(string script) => TinyProcess.Script(cli.Root, script, Mounts.Scope);
}
