using System.Diagnostics;
using Repro.Cli.Context;
using Repro.Cli.Tests.Git;
using Repro.Cli.Tracing.Against;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Tracing.Against;

/// <summary>
/// <c>repro bisect --against</c> in a clone of this repository, whose last commit changes a kernel: both revisions are built, and the
/// operation is found. Takes minutes: with REPRO_SLOW_TESTS=1.
/// </summary>
public sealed class ChangedKernelTests : IDisposable
{
    private const string Kernel = "Engine/Kernels/Functions/Logistic.cs";
    private const string Experiments = "Experiments/Repro.Experiments.csproj";
    private readonly TemporaryFolder root = new();
    private readonly TestRepository repository;

    public ChangedKernelTests() => repository = new(root.Join("clone"));

    public void Dispose()
    {
        repository.Dispose();
        root.Dispose();
    }

    [CloneFact]
    public void TheOperationIsFound()
    {
        Clone(RepositoryRoot.Find(AppContext.BaseDirectory));
        var path = root.Join("clone", Kernel);
        var kernel = File.ReadAllText(path);
        // Some values of the sigmoid alone.
        var changed = kernel.Replace(
            "        return (high + low) * first * second;\n    }\n\n    /// <summary>x / ",
            "        var y = (high + low) * first * second;\n        return T.WhereLess(z, T.Of(-1), y + (y * T.Of(1e-6f)), y);\n    "
            + "}\n\n    /// <summary>x / ",
            StringComparison.Ordinal);
        Assert.NotEqual(kernel, changed);
        File.WriteAllText(path, changed);
        repository.Commit();

        var folder = root.Join("clone");
        var program = new DotnetProgram(Experiments, "");
        var built = program.Build(folder, CancellationToken.None);
        Assert.True(built.Code == 0, string.Join('\n', built.Output));
        var result = program.Run(folder, ["bisect", "vae-1", "--against", "HEAD~1"], _ => { }, CancellationToken.None);
        Assert.Empty(result.Error);
        Assert.Equal(1, result.Code);
        var text = string.Join('\n', result.Output);
        Assert.Matches(@"\nThey diverge in step 1 \(epoch 1\), operation \d+: sigmoid of decoder\d+_sigmoid, forward\n  experiments\.yaml:\d+: sigmoid\n", text);
        Assert.Contains("\n  Its inputs are the same on both sides: it computes other values from them.\n", text, StringComparison.Ordinal);
        Assert.Matches(
            @"\n  The first value that differs is \[0, \d+, \d+, \d+\]:\n    HEAD~1 \(\w{10}\) .*\n    here .*\n    \d+ ulp apart", text);
        Assert.Single(repository.Git("worktree", "list").Split('\n'));
    }

    private void Clone(string from)
    {
        using var git = Process.Start("git", ["clone", "-q", "--no-hardlinks", from, root.Join("clone")]);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    /// <summary>A test that clones this repository.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class CloneFactAttribute : FactAttribute
    {
        public CloneFactAttribute() => Skip = !Thorough.IsOn ? "It builds this repository twice. Set REPRO_SLOW_TESTS=1 to run it."
            : !Path.Exists(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), ".git")) ? "This is no git repository to clone."
            : new GitFactAttribute().Skip;
    }
}
