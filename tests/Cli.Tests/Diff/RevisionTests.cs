using Repro.Cli.Tests.Git;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Diff;

/// <summary><c>repro diff</c> of the snapshots of git revisions.</summary>
public sealed class RevisionTests : IDisposable
{
    private readonly CliFixture cli = new();
    private readonly TestRepository repository;

    public RevisionTests() => repository = new(cli.Root);

    public void Dispose()
    {
        repository.Dispose();
        cli.Dispose();
    }

    [GitFact]
    public void TwoRevisionsAreComparedByTheirSnapshotsAndSpecification()
    {
        Commit(Write("tiny-a"), Write("tiny-b"), () => Specify("one: 1\nsame: 0\n"));
        Git("tag", "before");
        Commit(Write("tiny-b", ulps: 3), () => Specify("one: 2\nsame: 0\n"));

        var result = cli.Run("diff", "before..HEAD");
        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.StartsWith(
            "same within rounding: 1 of 2 the same within rounding (tiny-b), 1 of 2 the same bits\nbefore: before (", result.Out,
            StringComparison.Ordinal);
        Assert.Contains("\nexperiments.yaml: 2 changed lines\n  - one: 1\n  + one: 2\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "tiny-b: same within rounding: at most 3 ulp, not growing\n  first at epoch 1: loss ", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("tiny-a:", result.Out, StringComparison.Ordinal);

        Assert.Equal(result.Out, cli.Run("diff", "--from", "before", "--to", "HEAD").Out);
        Assert.Equal(0, cli.Run("diff", "--from", "before", "--to", "HEAD", "tiny-a").Code);
        Assert.Equal(0, cli.Run("diff", "HEAD..HEAD").Code);
    }

    [GitFact]
    public void WithoutTheSecondRevisionTheWorkingTreeIsMeant()
    {
        Commit(Write("tiny-a"));
        Assert.Equal(0, cli.Run("diff", "--from", "HEAD").Code);
        Write("tiny-a", 1000, "");
        var result = cli.Run("diff", "--from", "HEAD");
        Assert.Equal(1, result.Code);
        Assert.StartsWith("tiny-a: different from epoch 1\nbefore: HEAD (", result.Out, StringComparison.Ordinal);
        Assert.Contains("\nafter:  the working tree\n", result.Out, StringComparison.Ordinal);
    }

    [GitFact]
    public void ThreeDotsStartWhereTheBranchBegan()
    {
        Commit(Write("tiny-a"));
        Git("checkout", "-q", "-b", "topic");
        Commit(Write("tiny-b"));
        Git("checkout", "-q", "main");
        Commit(Write("tiny-a", ulps: 1));
        Assert.Contains(" new: it was not locked before ", cli.Run("diff", "main...topic").Out, StringComparison.Ordinal);
        Assert.StartsWith(
            "different: 1 of 2 experiments differs (tiny-b), 1 of 2 the same within rounding (tiny-a)\n",
            cli.Run("diff", "main..topic").Out, StringComparison.Ordinal);
    }

    [GitFact]
    public void ARemovedSnapshotAndADamagedOneAreNamedBesideTheOthers()
    {
        Commit(Write("tiny-a"), Write("tiny-b"), Write("tiny-c"));
        File.Delete(cli.Join("Snapshots", "tiny-a.verified.txt"));
        File.WriteAllText(cli.Join("Snapshots", "tiny-b.verified.txt"), "damaged");
        Commit();
        var result = cli.Run("diff", "HEAD~1..HEAD");
        Assert.Equal(1, result.Code);
        Assert.Contains(" removed: it is no longer locked ", result.Out, StringComparison.Ordinal);
        Assert.Contains(":Snapshots/tiny-b.verified.txt(1): the field 'experiment' was expected", result.Out, StringComparison.Ordinal);
    }

    [GitFact]
    public void ASnapshotThatNamesAnotherPlaceWritesNothingThere()
    {
        Commit(Write("tiny-a"));
        var path = cli.Join("Snapshots", "tiny-a.verified.txt");
        var text = File.ReadAllText(path);
        foreach (var (name, message) in new[] { ("../x", "a name of experiments.yaml was expected, not '../x'"), (
            "tiny-b", "is a snapshot of tiny-b") })
        {
            File.WriteAllText(path, text.Replace("experiment  tiny-a", $"experiment  {name}", StringComparison.Ordinal));
            Commit();
            var result = cli.Run("diff", "HEAD~1..HEAD", "--pictures", cli.Join("out"));
            Assert.Equal((1, ""), (result.Code, result.Error));
            Assert.Contains(message, result.Out, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFileSystemEntries(cli.Join("out")));
            Commit(() => File.WriteAllText(path, text));
        }
    }

    [GitFact]
    public void HostedPicturesAreLinkedAtTheirCommits()
    {
        var (first, second) = (Picture(0), Picture(1));
        Commit(first);
        Commit(second);
        var markdown = cli.Run("diff", "HEAD~1..HEAD", "--format", "markdown", "--repository", "https://example.org/me/it").Out;
        Assert.Contains(
            $"![before](https://example.org/me/it/raw/{Git("rev-parse", "HEAD~1")}/Snapshots/tiny-a-epoch-010-samples.verified.png)",
            markdown, StringComparison.Ordinal);
        Assert.Contains(
            $"![after](https://example.org/me/it/raw/{Git("rev-parse", "HEAD")}/Snapshots/tiny-a-epoch-010-samples.verified.png)", markdown,
            StringComparison.Ordinal);
        Assert.DoesNotContain("![difference]", markdown, StringComparison.Ordinal);

        Action Picture(int number) => () =>
        {
            var picture = Tiny.Image(number);
            var snapshot = Samples.Snapshot();
            new SnapshotFolder(cli.Join("Snapshots")).Accept(
                snapshot with { Header = snapshot.Header with { Experiment = "tiny-a" }, Pictures = [new(
                    10, "samples", "8x8", picture.Hash)] }, _ =>
                    picture);
        };
    }

    [GitFact]
    public void TheRootMayLieBelowThatOfTheRepository()
    {
        Commit(() => Write("tiny-a", 0, "data"));
        Commit(() => Write("tiny-a", 2, "data"));
        Assert.StartsWith(
            "tiny-a: same within rounding: at most 2 ulp", cli.RunIn("data", "diff", "HEAD~1..HEAD").Out, StringComparison.Ordinal);
    }

    [GitFact]
    public void MarkdownOf300ExperimentsFitsIntoAComment()
    {
        var names = Enumerable.Range(0, 300).Select(i => $"experiment-with-a-name-of-some-length-{i:D3}").ToList();
        Commit(() => names.ForEach(name => Write(name, 0, "")));
        Commit(() => names.ForEach(name => Write(name, 100, "")));
        var result = cli.Run("diff", "HEAD~1..HEAD", "--format", "markdown");
        Assert.InRange(result.Out.Length, 50_000, 65_536);
        Assert.StartsWith(
            "**different: 300 of 300 experiments differ (experiment-with-a-name-of-some-length-000, ", result.Out,
            StringComparison.Ordinal);
        Assert.Matches(@"\nLeft out, because a comment holds no more: \d+ rows of the table, the details of [^\n]* and \d+ more\. All of it: [^\n]*\n$", result.Out);
        Assert.Equal(result.Out.Split("<details>").Length, result.Out.Split("</details>").Length);
    }

    [GitFact]
    public void ARevisionThatDoesNotExistIsOneMessage()
    {
        Commit(Write("tiny-a"));
        var result = cli.Run("diff", "nothing..HEAD");
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.StartsWith(
            $"repro: There is no revision 'nothing' in the git repository of '{cli.Root}'.", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, cli.Run("diff", "--from=--help").Code);
        Assert.Equal(
            (2, "repro: There is no locked experiment 'tiny-x' on either side. Did you mean 'tiny-a'?\n"),
            (cli.Run("diff", "--from", "HEAD", "tiny-x").Code, cli.Run("diff", "--from", "HEAD", "tiny-x").Error));
    }

    [GitFact]
    public void OutsideARepositoryItIsOneMessage() => Assert.Equal(
        $"repro: '{cli.Root}' is in no git repository, so there are no revisions to compare. Compare runs instead: repro diff NAME\n",
        cli.Run("diff", "main..HEAD").Error);

    private void Specify(string text) => File.WriteAllText(cli.Join("experiments.yaml"), text);

    private Action Write(string name, int ulps = 0) => () => Write(name, ulps, "");

    private void Write(string name, int ulps, string folder)
    {
        var sample = Samples.Snapshot();
        var snapshot = sample with
        {
            Header = sample.Header with { Experiment = name },
            Epochs = [.. sample.Epochs.Select(
                epoch => epoch with { Loss = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(epoch.Loss) + ulps) })],
        };
        Directory.CreateDirectory(cli.Join(folder, "Snapshots"));
        File.WriteAllText(cli.Join(folder, "Snapshots", $"{name}.verified.txt"), SnapshotWriter.Write(snapshot));
    }

    private void Commit(params Action[] changes)
    {
        foreach (var change in changes)
        {
            change();
        }

        repository.Commit();
    }

    private string Git(params string[] arguments) => repository.Git(arguments);
}
