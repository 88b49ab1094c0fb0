using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Repro.Runtime;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Studies;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Report.Tests;

/// <summary>The files of a report, without a browser.</summary>
public sealed partial class ReportFolderTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void TheSameResultsGiveTheSameBytes()
    {
        var (first, second) = (
            Write([Results.Run("a"), Results.WithoutResults("b")]), Write([Results.Run("a"), Results.WithoutResults("b")]));
        Assert.Equal(first, second);
        Assert.NotEqual(first, Write([Results.Run("a", number: 2), Results.WithoutResults("b")]));
    }

    [Theory]
    [MemberData(nameof(Cultures.NumberSigns), MemberType = typeof(Cultures))]
    public void TheBytesAreTheSameInEveryCulture(string culture, string decimalSign, string minus)
    {
        Assert.NotNull(culture);
        Assert.Equal(Write([Results.Run("a")]), Cultures.In(decimalSign, minus, () => Write([Results.Run("a")])));
    }

    [Fact]
    public void NoTextBecomesAnElement()
    {
        var hostile = Results.Run(Results.Hostile) with { Note = Results.Hostile };
        var harmless = Tags().Count(Page([Results.Run("a"), Results.Run("b")]));
        var page = Page([hostile, Results.Run("b")]);
        Assert.Equal(harmless, Tags().Count(page));
        Assert.DoesNotContain("window.hacked = true<", page, StringComparison.Ordinal);
        Assert.Equal(Results.Hostile, Json().GetProperty("experiments")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void ThePolicyAllowsItsOwnStyleAndScriptAloneAndNoNetwork()
    {
        var page = Page([Results.Run("a")]);
        var policy = Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.Equal(
            $"default-src 'none'; style-src '{Hash(page, "style")}'; script-src '{Hash(page, "script")}'; img-src data:; base-uri "
            + $"'none'; form-action 'none'", policy);
        Assert.DoesNotContain("http:", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTableHasALineForEachExperimentAndTheDigitsOfTheRun()
    {
        Write([Results.Run("a"), Results.Run(
            "b,\"c\"", number: 2, epochs: 4,
            epoch: i => Results.Epoch(i, 2) with { Terms = [new("other", 0.1f)], Validation = [] }), Results.WithoutResults("d")]);
        Assert.Equal(
            "experiment,overridden,matrix,cell,source,lock,architecture,data,take,seed,epochs,latent,parameters,loss,squared_error,penalty,validation loss,other,seconds,spec,weights\n" +
            $"a,,,,run,same,linear,dots,6,1,40,4,1738,26.0125008,25,1.01250005,27.5,,83.4,{Samples.HashA},{Samples.HashB}\n" +
            $"\"b,\"\"c\"\"\",,,,run,same,linear,dots,6,2,4,4,1738,252.125,,,,0.100000001,83.4,{Samples.HashA},{Samples.HashB}\n" +
            $"d,,,,none,not locked,linear,dots,6,1,4,4,1738,,,,,,,{Samples.HashA},\n",
            File.ReadAllText(Folder.CsvPath));
    }

    [Fact]
    public void TheJsonHasEveryNumberOfTheRunAsItsTablesHaveIt()
    {
        var run = Results.Run("a");
        Write([run, Results.WithoutResults("b")]);
        var json = Json();
        Assert.Equal((2, EngineIdentity.Current), (json.GetProperty("format").GetInt32(), json.GetProperty("engine").GetString()));
        var written = json.GetProperty("experiments")[0];
        Assert.Equal(("run", "same", 1738), (
            written.GetProperty("source").GetString(), written.GetProperty("lock").GetString(),
            written.GetProperty("parameters").GetInt64()));
        var curves = written.GetProperty("curves");
        Assert.Equal(
            ["epoch", "loss", "squared_error", "penalty", "validation loss", "learning rate"],
            curves.EnumerateObject().Select(curve => curve.Name));
        var epochs = run.Snapshot!.Epochs;
        Assert.Equal(epochs.Select(epoch => epoch.Epoch), curves.GetProperty("epoch").EnumerateArray().Select(value => value.GetInt32()));
        Assert.Equal(
            epochs.Select(epoch => FloatText.Decimal(epoch.Loss)),
            curves.GetProperty("loss").EnumerateArray().Select(value => value.GetRawText()));
        Assert.Equal("\"Infinity\"", curves.GetProperty("validation loss")[2].GetRawText());
        Assert.Equal(
            epochs.Select(epoch => epoch.LearningRate!.Value),
            curves.GetProperty("learning rate").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal(
            run.Pictures.Select(picture => picture.Entry.Hash),
            written.GetProperty("pictures").EnumerateArray().Select(picture => picture.GetProperty("pixels").GetString()));
        Assert.Equal(run.Settings.Specification + run.Settings.Network.Specification, written.GetProperty("specification").GetString());
        Assert.Equal(
            $$"""{"plane":"between four images","side":9,"width":92,"height":92,"pixels":"{{run.Map!.Hash}}"}""",
            Compact(written.GetProperty("map")));
        Assert.Equal("2025-03-01T23:59:58Z", written.GetProperty("finished").GetString());
        Assert.Equal("b has no finished run.", json.GetProperty("experiments")[1].GetProperty("note").GetString());
    }

    [Fact]
    public void AnOverriddenRunAndACellSayWhatTheyAre()
    {
        var cell = Results.Cells("sweep", ["5"], ["0.01"])[0];
        Write([Results.Run("a"), Results.Overridden("a", 1, 4), cell]);
        var lines = File.ReadAllText(Folder.CsvPath).Split('\n');
        Assert.StartsWith("a,epochs 4,,,run,overridden,linear,dots,6,1,4,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("sweep-5-0_01,,sweep,take: 5; optimizer.adam.learning_rate: 0.01,run,same,", lines[3], StringComparison.Ordinal);
        var (overridden, written) = (Json().GetProperty("experiments")[1], Json().GetProperty("experiments")[2]);
        Assert.Equal(
            ("a.epochs-4", "a", "overridden"), (Text(overridden, "name"), Text(overridden, "experiment"), Text(overridden, "lock")));
        Assert.Equal("""[{"setting":"epochs","value":4,"in_file":40}]""", Compact(overridden.GetProperty("overridden")));
        Assert.Equal(
            """{"matrix":"sweep","values":{"take":"5","optimizer.adam.learning_rate":"0.01"}}""", Compact(written.GetProperty("cell")));
        Assert.Equal(("[]", "null"), (Compact(written.GetProperty("overridden")), Compact(overridden.GetProperty("cell"))));
    }

    [Fact]
    public void WhatWasMeasuredIsInTheTablesWithItsSpread()
    {
        var numbers = new MeasuredEpoch(40, [new(0.1, new Summary("a", 6, 40, "latent_scale", "", 2, 0.2, 0.05, 0.1, 0.3))]);
        var baseline = new MeasuredBaseline("pca-4", 3, [new(null, new Summary("pca-4", 6, null, "latent_scale", "", 1, 1, 0, 1, 1))]);
        Write([Results.Run("a") with { Metrics = new() { File = "a file", Seeds = [1, 2], Epochs = [numbers], Baselines = [baseline] } }, Results.Run("b") with { MetricsNote = "Why." }]);
        var lines = File.ReadAllText(Folder.CsvPath).Split('\n');
        Assert.EndsWith($",validation loss,measured latent_scale,seconds,spec,weights", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($",27.5,0.1,83.4,{Samples.HashA},{Samples.HashB}", lines[1], StringComparison.Ordinal);
        Assert.EndsWith($",27.5,,83.4,{Samples.HashA},{Samples.HashB}", lines[2], StringComparison.Ordinal);
        Assert.Equal(
            "experiment,overridden,weights,model,epoch,metric,unit,value,seeds,mean,standard_deviation,least,most\n" +
            $"a,,{Samples.HashB},a,40,latent_scale,,0.1,2,0.2,0.05,0.1,0.3\n" +
            $"a,,{Samples.HashB},pca-4,,latent_scale,,,1,1,0,1,1\n",
            File.ReadAllText(Folder.MetricsPath));
        var (measured, other) = (Json().GetProperty("experiments")[0], Json().GetProperty("experiments")[1]);
        Assert.Equal(
            """
            {"file":"a file","seeds":[1,2],"epochs":[{"epoch":40,"numbers":{"latent_scale":{"value":0.1,"seeds":2,"mean":0.2,"standard_deviation":0.05,"least":0.1,"most":0.3}}}],"baselines":[{"name":"pca-4","components":3,"numbers":{"latent_scale":{"value":null,"seeds":1,"mean":1,"standard_deviation":0,"least":1,"most":1}}}],"neighbour_distance":null}
            """,
            Compact(measured.GetProperty("metrics")));
        Assert.Equal(
            ("""{"latent_scale":0.1}""", "null", "Why."),
            (Compact(measured.GetProperty("measured")), Compact(other.GetProperty("metrics")), Text(other, "metrics_note")));
    }

    [Fact]
    public void EachPictureIsHeldOnce()
    {
        var page = Page([Results.Run("a"), Results.Run("b")]);
        Assert.Equal(7, Regex.Count(page, "<script type=\"text/plain\" id=\"picture-"));
        var picture = Results.Run("a").Pictures[0];
        Assert.Contains(
            $"id=\"picture-{picture.Entry.Hash}\">{Convert.ToBase64String(picture.Png)}</script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ASmallPageHasTheLastSamplesOfEveryExperimentFirst()
    {
        ReportedExperiment[] experiments = [Results.Run("a"), Results.Run("b", number: 2)];
        var bytes = experiments.Sum(
            experiment => experiment.Pictures.Single(picture => picture.Entry is { Epoch: 40, Kind: "samples" }).Png.Length);
        var report = Folder.Write(experiments, _ => { }, mostPictureBytes: bytes);
        var page = File.ReadAllText(report.Page);
        var held = experiments.SelectMany(experiment => experiment.Pictures).Where(
            picture => page.Contains($"picture-{picture.Entry.Hash}", StringComparison.Ordinal)).ToArray();
        Assert.Equal(
            [("a", 40, "samples"), ("b", 40, "samples")],
            held.Select(picture => (picture.File.Split('/')[1], picture.Entry.Epoch, picture.Entry.Kind)));
        Assert.Equal(12, report.PicturesLeftOut);
    }

    [Fact]
    public void ManyLongRunsStaySmall()
    {
        var long_ = Results.Run("long", epochs: 12_000);
        var report =
            Folder.Write([.. Enumerable.Range(0, 20).Select(i => long_ with { Settings = long_.Settings with { Name = string.Create(
                CultureInfo.InvariantCulture, $"long-{i}") } })], _ => { });
        Assert.InRange(report.Bytes, 1_000_000, 20 * 10_000 * 80);
        Assert.Contains("\"epochs_left_out\":2", File.ReadAllText(report.Page), StringComparison.Ordinal);
        Assert.Contains("\"epochs_left_out\": 0", File.ReadAllText(Folder.JsonPath), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileInTheFoldersPlaceIsAMessage()
    {
        File.WriteAllText(root.Join("artifacts"), "a file");
        var error = Assert.Throws<ReproException>(() => Write([Results.Run("a")]));
        Assert.StartsWith($"The folder '{root.Join("artifacts", "report")}' cannot be made: ", error.Message, StringComparison.Ordinal);
    }

    private ReportFolder Folder => new(root.Path);

    private string Write(IReadOnlyList<ReportedExperiment> experiments)
    {
        Folder.Write(experiments, _ => { });
        return string.Join('\n', new[] { Folder.PagePath, Folder.JsonPath, Folder.CsvPath, Folder.MetricsPath }.Select(
            file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))));
    }

    private string Page(IReadOnlyList<ReportedExperiment> experiments)
    {
        Write(experiments);
        return File.ReadAllText(Folder.PagePath);
    }

    private JsonElement Json() => JsonDocument.Parse(File.ReadAllText(Folder.JsonPath)).RootElement;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static string Hash(string page, string element)
    {
        var start = page.LastIndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var text = page[start..page.IndexOf($"</{element}>", start, StringComparison.Ordinal)];
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    [GeneratedRegex("</?[a-z!][^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();
}
