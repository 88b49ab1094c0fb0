using Repro.Runtime.Runs;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Processes;

/// <summary>
/// The surroundings of the program change no byte of its files: language and culture, time zone, current folder, umask, variables, the
/// order in which a folder lists its files, the runtime's own switches. Processes train and accept, and all files are compared.
/// </summary>
public sealed class SurroundingsTests : IDisposable
{
    private const string Plain = "repro surroundings >seen && repro run tiny-a >out && repro accept tiny-a >more";
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [ShellFact]
    public async Task NothingAroundTheProgramChangesAByte()
    {
        var expected = await Results("plain", $"export TZ=UTC; {Plain}");
        Assert.True(expected.Count > 16, string.Join(' ', expected.Keys));
        var others = new Dictionary<string, string>
        {
            ["tr-TR, far east, no temporary folder, umask 077"] =
                $"export LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 TZ=Pacific/Kiritimati TMPDIR=/nonexistent; umask 077; {Plain}",
            ["ar-SA, far west, below the root, umask 000, server collector"] =
                "export LANG=ar_SA.UTF-8 LC_ALL=ar_SA.UTF-8 TZ=America/St_Johns DOTNET_gcServer=1; umask 000; cd data/dots; "
                + $"{Plain.Replace(">", ">../../", StringComparison.Ordinal)}",
            ["no variables, other compiler"] =
                "home=$HOME; for name in $(env | cut -d= -f1 | grep -v -e PATH -e DOTNET_ROOT); do unset $name 2>/dev/null; done; "
                + "export HOME=$home; " +
                $"export DOTNET_TieredCompilation=0 DOTNET_TieredPGO=0 DOTNET_PROCESSOR_COUNT=3 COLUMNS=20 TERM=dumb NO_COLOR=1; {Plain}",
        };
        foreach (var (name, script) in others)
        {
            Compare(name, expected, await Results(name, script));
        }

        // They do surround it: what is ignored would show nothing.
        Assert.Equal(
            HasTimeZones() ? ["00:00:00", "14:00:00", "-03:30:00"] : ["00:00:00", "00:00:00", "00:00:00"],
            ((string[])["plain", .. others.Keys.Take(2)]).Select(name => Seen(name).Split(' ')[^1]));
    }

    [CultureFact]
    public async Task NoCultureChangesAByte()
    {
        var expected = await Results("plain", Plain);
        foreach (var (culture, seen) in ((string, string)[])[("tr_TR", "tr-TR -1,5"), ("ar_SA", "ar-SA \u061C-1\u066B5"), (
            "sv_SE", "sv-SE \u22121,5")])
        {
            var script = $"export LANG={culture}.UTF-8 LC_ALL={culture}.UTF-8; {CultureFactAttribute.WithCultures}; {Plain}";
            Compare(culture, expected, await Results(culture, script));
            Assert.StartsWith(seen, Seen(culture), StringComparison.Ordinal);
        }
    }

    private string Seen(string name) => File.ReadAllText(root.Join(name, "seen")).TrimEnd();

    private static bool HasTimeZones() => TimeZoneInfo.TryFindSystemTimeZoneById("Pacific/Kiritimati", out _);

    private static void Compare(string name, SortedDictionary<string, string> expected, SortedDictionary<string, string> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, file => Assert.True(file.Value == actual[file.Key], $"{file.Key} differs with {name}"));
    }

    // The images are written in another order each time, as copying and unpacking may.
    private async Task<SortedDictionary<string, string>> Results(string name, string script)
    {
        var folder = Directory.CreateDirectory(root.Join(name)).FullName;
        File.WriteAllText(Path.Combine(folder, "experiments.yaml"), "");
        Tiny.WriteImages(folder, order: Enumerable.Range(0, 6).OrderBy(i => i * name.Length % 7));
        var result = await TinyProcess.Script(folder, script);
        Assert.True(result.Code == 0, $"{name}: {result.Out}{result.Error}");
        Assert.Equal("", result.Error);
        var files = ((string[])["artifacts", "Snapshots"]).SelectMany(
            part => Directory.GetFiles(Path.Combine(folder, part), "*", SearchOption.AllDirectories));
        return new(files.ToDictionary(file => Path.GetRelativePath(folder, file), Content), StringComparer.Ordinal);
    }

    private static string Content(string file) => Path.GetFileName(file) == "run.json"
        ? (RunRecord.Parse(File.ReadAllText(file), file) with { Seconds = 0, Finished = default, Machine = null }).ToJson()
        : Convert.ToHexString(File.ReadAllBytes(file));
}
