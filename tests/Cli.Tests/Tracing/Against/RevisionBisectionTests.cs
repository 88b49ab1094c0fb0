using Repro.Cli.Context;
using Repro.Cli.Tests.Git;
using Repro.Runtime;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Tracing.Against;

/// <summary><c>repro bisect NAME --against REVISION</c>, with a real repository and a program that needs no building.</summary>
public sealed class RevisionBisectionTests : IDisposable
{
    private readonly CliFixture cli = new();
    private readonly TestRepository repository;
    private readonly TinyRevision program;

    public RevisionBisectionTests()
    {
        repository = new(cli.Root);
        cli.RevisionProgram = program = new TinyRevision(cli);
    }

    public void Dispose()
    {
        repository.Dispose();
        cli.Dispose();
    }

    [GitFact]
    public void TheSameProgramGivesTheSameBits()
    {
        repository.Commit();
        var result = Against("HEAD", "--steps", "1-3", "--threads", "1");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var name = $"HEAD ({repository.Git("rev-parse", "HEAD")[..10]})";
        Assert.StartsWith(
            $"Building {name} in a temporary folder.\nTracing tiny-a in {name}:\n  engine ", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("The steps 1-3 are the same, bit for bit.\n", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrote", result.Out, StringComparison.Ordinal);
        Assert.Equal(["trace", "tiny-a", "--steps", "1-3"], program.Arguments[0][..4]);
        Assert.Equal(["--threads", "1"], program.Arguments[0][^2..]);
        AssertGone();
    }

    [GitFact]
    public void TheFirstOperationThatDiffersIsNamed()
    {
        repository.Commit();
        program.Experiments[0] = Scaled(3, 1.5f);
        var result = Against("HEAD", "--steps", "1-3");
        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.Contains("\nThey diverge in step 3 (epoch 2), operation ", result.Out, StringComparison.Ordinal);
        Assert.Matches(
            @"\n  HEAD \([0-9a-f]{10}\) does: mul outside of layers, forward, float32 scalar\n  here does: the loss's term 'squared_error'",
            result.Out);
        AssertGone();
    }

    // A pixel of an image that the revision has otherwise: a large tensor, of which a second round gets the values.
    [GitFact]
    public void TheFirstValueThatDiffersIsNamed()
    {
        repository.Commit();
        Tiny.ChangePixel(cli.Join("data", "dots", "dot-1.png"), row: 1, column: 3);
        var result = Against("HEAD");
        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.Contains("\n  Other images, another order of them, or another preparation.\n", result.Out, StringComparison.Ordinal);
        Assert.Matches(@"\n  The first value that differs is \[1, 2, 1, 3\]:\n    HEAD \([0-9a-f]{10}\)  0\.\d+ .*\n    here +0\.\d+ .*\n    \d+ ulp apart\n", result.Out);
        Assert.Equal(
            ["--at", "--steps"],
            program.Arguments.Select(arguments => arguments.Contains("--at") ? "--at" : "--steps").Order(StringComparer.Ordinal));
        AssertGone();
    }

    [GitFact]
    public void AnEarlierPartingNamesTheCommandForTheStepsBefore()
    {
        repository.Commit();
        program.Experiments[0] = Scaled(3, 1.5f);
        Assert.Contains(
            "  The runs diverged earlier. Compare the steps before: repro bisect tiny-a --against HEAD --steps 1-4\n",
            Against("HEAD", "--steps", "5").Out, StringComparison.Ordinal);
    }

    [GitFact]
    public void ARunThatFailsThereIsComparedAsFarAsItGoes()
    {
        repository.Commit();
        program.Experiments[0] = Scaled(2, float.NaN);
        var result = Against("HEAD", "--steps", "1-3");
        Assert.Equal(1, result.Code);
        Assert.Matches(
            @"\nThe run of HEAD \([0-9a-f]{10}\) failed: repro: tiny-a stopped at epoch 1, step 2: loss is not a number\.", result.Out);
        Assert.Contains("\nThey diverge in step 2 (epoch 1), operation ", result.Out, StringComparison.Ordinal);
    }

    [GitFact]
    public void ImagesThatGitDoesNotKeepAreThoseHere()
    {
        File.WriteAllText(cli.Join(".gitignore"), "data/\n");
        repository.Commit();
        Assert.EndsWith("Step 1 is the same, bit for bit.\n", Against("HEAD").Out, StringComparison.Ordinal);
        AssertGone();
        Assert.Equal(6, Directory.GetFiles(cli.Join("data", "dots")).Length);
    }

    [GitFact]
    public void TheRootMayLieBelowThatOfTheRepositoryAndTheTreeMayBeChanged()
    {
        Directory.CreateDirectory(cli.Join("below", "data"));
        File.WriteAllText(cli.Join("below", "experiments.yaml"), "# as it was");
        Tiny.WriteImages(cli.Join("below"));
        repository.Commit();
        File.WriteAllText(cli.Join("below", "experiments.yaml"), "# as it is now");
        File.WriteAllText(cli.Join("below", "more.txt"), "");
        var status = repository.Git("status", "--porcelain");
        Assert.Equal(0, cli.RunIn("below", "bisect", "tiny-a", "--against", "HEAD").Code);
        Assert.Equal("# as it was", program.Specification);
        Assert.Equal(status, repository.Git("status", "--porcelain"));
        AssertGone();
    }

    [GitFact]
    public void ARevisionThatDoesNotBuildShowsTheEndOfItsBuild()
    {
        repository.Commit();
        program.BuildResult = new(
            1, [.. Enumerable.Range(1, 40).Select(line => $"line {line}"), "", "Program.cs(1,2): error CS1002: ; expected"], []);
        var result = Against("HEAD");
        Assert.Equal(1, result.Code);
        Assert.Matches(@"^repro: HEAD \([0-9a-f]{10}\) cannot be built\. The last lines of its build:\nline 30\n(line \d+\n){10}Program\.cs\(1,2\): error CS1002: ; expected\n$", result.Error);
        Assert.Empty(program.Arguments);
        AssertGone();
    }

    [GitFact]
    public void WhatTheRevisionDoesNotHaveIsOneMessage()
    {
        repository.Commit();
        program.Experiments.RemoveAt(0);
        Assert.Matches(
            @"^repro: HEAD \([0-9a-f]{10}\) has no experiment 'tiny-a'\. Compare with a revision that has it\.\n$", Against("HEAD").Error);
        program.RunResult = new(2, [], ["repro: There is no command 'trace'. 'repro --help' shows what there is."]);
        Assert.Matches(@"^repro: HEAD \([0-9a-f]{10}\) is older than 'repro trace', so its operations cannot be recorded\. Compare with a later revision\.\n$", Against("HEAD").Error);
        program.RunResult = new(1, ["something"], ["repro: a reason"]);
        Assert.Matches(@"^repro: HEAD \([0-9a-f]{10}\) makes no trace\. It says:\nrepro: a reason\n$", Against("HEAD").Error);
        program.RunResult = null;
        program.Damage = true;
        program.Experiments.Insert(0, cli.Experiments[0]);
        Assert.Matches(@"^repro: The trace of HEAD \([0-9a-f]{10}\) cannot be compared: '[^']*' is not a trace", Against("HEAD").Error);
        AssertGone();
    }

    [GitFact]
    public void WhatCannotBeComparedIsOneMessage()
    {
        Assert.Equal(
            $"repro: '{cli.Root}' is in no git repository, so there are no revisions to compare. Compare with a trace instead: repro "
            + "bisect FILE\n", Against("HEAD").Error);
        repository.Commit();
        var result = Against("nothing");
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.StartsWith(
            $"repro: There is no revision 'nothing' in the git repository of '{cli.Root}'.", result.Error, StringComparison.Ordinal);
        Assert.Contains(
            "tiny-a has no step 9: its 4 epochs of 2 steps end with step 8.", Against("HEAD", "--steps", "9").Error,
            StringComparison.Ordinal);
        cli.RevisionProgram = null;
        Assert.StartsWith(
            "repro: This program does not know the project that it was built from", Against("HEAD").Error, StringComparison.Ordinal);
        Assert.Empty(program.Arguments);
    }

    [Fact]
    public void MisuseIsOneMessage()
    {
        var two = cli.Run("bisect", "tiny-a", "tiny-b", "--against", "HEAD");
        Assert.Equal((2, "repro: --against compares one experiment with its run in the revision: name one.\n"), (two.Code, two.Error));
        var steps = cli.Run("bisect", "tiny-a", "--steps", "2");
        Assert.Equal((2, "repro: --steps is for --against: a trace already has its steps.\n"), (steps.Code, steps.Error));
    }

    [GitTheory]
    [InlineData(0)]
    [InlineData(1)]
    public void WhenItIsStoppedNothingStaysBehind(int code)
    {
        repository.Commit();
        program.AtBuild = cli.Stop.Cancel;
        // What Ctrl-C reaches before the program stops it fails by itself.
        program.BuildResult = new(code, [], []);
        var result = Against("HEAD");
        Assert.Equal((130, "Stopped: nothing was compared, and the temporary files of HEAD are deleted.\n"), (result.Code, result.Error));
        AssertGone();
    }

    private CliResult Against(string revision, params string[] options) => cli.Run(["bisect", "tiny-a", "--against", revision, .. options]);

    private Experiment Scaled(int from, float factor) => new(cli.Experiments[0].Settings, () => new TinyRun
    {
        AtStep = (step, _, loss) => step < from ? loss : loss with { Total = loss.Total * factor },
    });

    private void AssertGone()
    {
        Assert.NotNull(program.Folder);
        Assert.False(Path.Exists(program.Folder));
        Assert.False(Path.Exists(Path.GetDirectoryName(program.Folder)));
        Assert.Single(repository.Git("worktree", "list").Split('\n'));
    }

    /// <summary>The command line of this process, with experiments of its own and the folder of the revision.</summary>
    private sealed class TinyRevision(CliFixture cli) : IRevisionProgram
    {
        public List<Experiment> Experiments { get; } = [.. cli.Experiments];

        public List<string[]> Arguments { get; } = [];

        public string? Folder { get; private set; }

        public string? Specification { get; private set; }

        public ProgramResult BuildResult { get; set; } = new(0, [], []);

        public ProgramResult? RunResult { get; set; }

        public bool Damage { get; set; }

        public Action AtBuild { get; set; } = () => { };

        public ProgramResult Build(string folder, CancellationToken cancellationToken)
        {
            Folder = folder;
            Specification = File.ReadAllText(Path.Combine(folder, "experiments.yaml"));
            AtBuild();
            if (BuildResult.Code == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            return BuildResult;
        }

        public ProgramResult Run(string folder, IReadOnlyList<string> arguments, Action<string> said, CancellationToken cancellationToken)
        {
            Assert.Equal(Folder, folder);
            Arguments.Add([.. arguments]);
            if (RunResult is not null)
            {
                return RunResult;
            }

            Experiment[] here = [.. cli.Experiments];
            Replace(Experiments);
            var result = cli.RunIn(folder, [.. arguments]);
            Replace(here);
            if (Damage)
            {
                File.WriteAllText(arguments[arguments.ToList().IndexOf("--output") + 1], "damaged");
            }

            var lines = result.Out.TrimEnd('\n').Split('\n');
            Array.ForEach(lines, said);
            return new ProgramResult(result.Code, lines, result.Error.TrimEnd('\n').Split('\n'));
        }

        private void Replace(IReadOnlyList<Experiment> experiments)
        {
            cli.Experiments.Clear();
            cli.Experiments.AddRange(experiments);
        }
    }
}
