using Repro.Runtime;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Tracing;

namespace Repro.Cli.Tests.Tracing;

/// <summary>The commands trace and bisect.</summary>
public sealed class TracingTests : IDisposable
{
    private readonly CliFixture cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void TraceWritesTheStepsThatAreAskedFor()
    {
        var result = cli.Run("trace", "tiny-a", "--steps", "1,3-4");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var path = cli.Join("artifacts", "tiny-a.trace");
        Assert.Contains($"Wrote '{path}': ", result.Out, StringComparison.Ordinal);
        Assert.Contains(" operations of tiny-a, steps 1,3-4, ", result.Out, StringComparison.Ordinal);
        Assert.Equal([1, 3, 4], TraceReader.Read(path).Steps.Select(step => step.Step));
    }

    [ExactFact]
    public void TwoTracesOfTheSameRunAreTheSame()
    {
        var (a, b) = (Trace("a"), Trace("b", "--threads", "1"));
        Assert.Equal((0, "The steps 1-3 are the same, bit for bit.\n", ""), Of(cli.Run("bisect", a, b)));
        Assert.Equal(File.ReadAllBytes(a), File.ReadAllBytes(b));
    }

    [ExactFact]
    public void TheFirstOperationThatDiffersIsNamed()
    {
        var a = Trace("a");
        Change(step => step < 3 ? 1 : 1.5f);
        var result = cli.Run("bisect", a, Trace("b"));
        Assert.Equal(1, result.Code);
        Assert.StartsWith("They diverge in step 3 (epoch 2), operation ", result.Out, StringComparison.Ordinal);
        Assert.Contains($"{a} does: the loss's term 'squared_error', float32 scalar\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("b.trace does: mul outside of layers, forward, float32 scalar\n", result.Out, StringComparison.Ordinal);
    }

    [ExactFact]
    public void OneTraceIsComparedWithARunHere()
    {
        var a = Trace("a");
        Assert.Contains("The steps 1-3 are the same, bit for bit.\n", cli.Run("bisect", a).Out, StringComparison.Ordinal);
        File.WriteAllBytes(cli.Join("data", "dots", "dot-1.png"), Tiny.Image(9).ToPng());
        var result = cli.Run("bisect", a);
        Assert.Equal(1, result.Code);
        Assert.Matches(
            $"They are of another data: [0-9a-f]{{16}}… in {System.Text.RegularExpressions.Regex.Escape(a)}, [0-9a-f]{{16}}… here\\.\n",
            result.Out);
        Assert.Contains(
            "They diverge in step 1 (epoch 1), operation 10: the images of the batch\n  Other images, another order of them, or another "
            + "preparation.\n",
            result.Out,
            StringComparison.Ordinal);
        Assert.Contains(" and here come from:", result.Out, StringComparison.Ordinal);
    }

    [ExactFact]
    public void ALineOfExperimentsYamlIsShown()
    {
        File.WriteAllText(
            cli.Join("experiments.yaml"), "# a comment\nexperiments:\n  tiny-a:\n    optimizer: { adam: { learning_rate: 1e-2 } }\n");
        cli.Experiments[0] = new Experiment(cli.Experiments[0].Settings, () => new PlacedRun(1e-8));
        var a = Trace("a");
        cli.Experiments[0] = new Experiment(cli.Experiments[0].Settings, () => new PlacedRun(1e-3));
        var result = cli.Run("bisect", a, Trace("b"));
        Assert.Contains(
            ": norm.weight after the optimizer's step\n  experiments.yaml:4: optimizer: { adam: { learning_rate: 1e-2 } }\n  Its inputs "
            + "are the same on both sides: it computes other values from them.\n",
            result.Out,
            StringComparison.Ordinal);
        Assert.Contains("The first value that differs is [0]:\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(" ulp apart\n", result.Out, StringComparison.Ordinal);
    }

    [ExactFact]
    public void TheCommandThatBisectPrintsFindsTheElement()
    {
        var a = Trace("a");
        ChangePixel();
        var result = cli.Run("bisect", a, Trace("b"));
        var command = result.Out.Split('\n').Single(
            line => line.StartsWith("    repro trace tiny-a --steps 1 --at 10.", StringComparison.Ordinal)).Trim().Split(' ');
        string[] arguments = [.. command[1..^1]];
        var (one, other) = (cli.Join("one.trace"), cli.Join("other.trace"));
        Assert.Equal(0, cli.Run([.. arguments, other]).Code);
        ChangePixel();
        Assert.Equal(0, cli.Run([.. arguments, one]).Code);
        var found = cli.Run("bisect", one, other);
        Assert.Contains("The first value that differs is [1, 2, 1, 3]:\n", found.Out, StringComparison.Ordinal);
        Assert.Contains(" ulp apart\n", found.Out, StringComparison.Ordinal);
    }

    [ExactFact]
    public void AnEarlierPartingSendsToTheStepsBefore()
    {
        cli.Run("trace", "tiny-a", "--steps", "5", "--output", cli.Join("a.trace"));
        Change(step => step < 3 ? 1 : 1.5f);
        cli.Run("trace", "tiny-a", "--steps", "5", "--output", cli.Join("b.trace"));
        var result = cli.Run("bisect", cli.Join("a.trace"), cli.Join("b.trace"));
        Assert.Contains(
            "The runs diverged earlier. Trace the steps before on both sides: repro trace tiny-a --steps 1-4\n", result.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ASnapshotSaysInWhichEpoch()
    {
        Assert.Equal(0, cli.Run("run", "tiny-a").Code);
        Assert.Equal(0, cli.Run("accept", "tiny-a").Code);
        Assert.EndsWith("tiny-a is the same as its snapshot in every epoch.\n", cli.Run("bisect", "tiny-a").Out, StringComparison.Ordinal);
        Change(step => step < 3 ? 1 : 1.5f);
        var result = cli.Run("bisect", "tiny-a");
        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.Contains(
            "tiny-a parts from its snapshot in epoch 2, one of the steps 3-4; before that every step's loss is the same, bit for bit.\n",
            result.Out, StringComparison.Ordinal);
        Assert.Contains("\n  repro bisect tiny-a --against REVISION --steps 3-4\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n  repro trace tiny-a --steps 3-4 --output tiny-a.trace\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AFailingRunIsTracedAndTheFailureShown()
    {
        Change(step => step < 2 ? 1 : float.NaN);
        var result = cli.Run("trace", "tiny-a", "--steps", "1-3", "--output", cli.Join("a.trace"));
        Assert.Equal(1, result.Code);
        Assert.Contains("steps 1-2, ", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("repro: tiny-a stopped at epoch 1, step 2: loss is not a number.", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, TraceReader.Read(cli.Join("a.trace")).Steps.Count);
    }

    [Theory]
    [InlineData("repro: --steps is '0', and must be numbers from 1, such as 1,2,10-12, at most 1000 steps. 'repro trace --help' shows "
        + "what there is.\n", "trace", "tiny-a", "--steps", "0")]
    [InlineData("repro: --at is '17', and must be the number of an operation and that of a block, such as 17.5. 'repro trace --help' "
        + "shows what there is.\n", "trace", "tiny-a", "--at", "17")]
    [InlineData(
        "repro: --at is for one operation of one step: give --steps a single number, and leave out --values.\n", "trace", "tiny-a",
        "--steps", "1-2", "--at", "1.1")]
    [InlineData(
        "repro: --tolerance is '2', and must be a number from 0 up to 1, such as 1e-4. 'repro bisect --help' shows what there is.\n",
        "bisect", "a.trace", "--tolerance", "2")]
    [InlineData("repro: There is no file 'none.trace'. 'repro trace' makes one.\n", "bisect", "none.trace")]
    [InlineData("repro: There is no experiment 'tiny-c'. Did you mean 'tiny-a'? 'repro list' shows all of them.\n", "bisect", "tiny-c")]
    public void MisuseIsOneMessage(string message, params string[] args)
    {
        var result = cli.Run(args);
        Assert.Equal((2, "", message), (result.Code, result.Out, result.Error));
    }

    [Fact]
    public void WhatCannotBeComparedIsSaid()
    {
        Assert.StartsWith("repro: tiny-b has no snapshot to compare with.", cli.Run("bisect", "tiny-b").Error, StringComparison.Ordinal);
        Assert.Contains(
            "tiny-a has no step 9: its 4 epochs of 2 steps end with step 8.", cli.Run("trace", "tiny-a", "--steps", "9").Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "There is no block 65 of operation 3: step 1 has ", cli.Run("trace", "tiny-a", "--at", "3.65").Error, StringComparison.Ordinal);
        var a = Trace("a");
        cli.Run("trace", "tiny-a", "--steps", "5", "--output", cli.Join("b.trace"));
        var result = cli.Run("bisect", a, cli.Join("b.trace"));
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.StartsWith("repro: The traces have no step in common: ", result.Error, StringComparison.Ordinal);
        File.WriteAllText(a, "damaged");
        Assert.Contains("is not a trace", cli.Run("bisect", a).Error, StringComparison.Ordinal);
    }

    private void ChangePixel() => Tiny.ChangePixel(cli.Join("data", "dots", "dot-1.png"), row: 1, column: 3);

    private static (int Code, string Out, string Error) Of(CliResult result) => (result.Code, result.Out, result.Error);

    private string Trace(string name, params string[] options)
    {
        var path = cli.Join($"{name}.trace");
        Assert.Equal(0, cli.Run(["trace", "tiny-a", "--steps", "1-3", "--output", path, .. options]).Code);
        return path;
    }

    private void Change(Func<int, float> factor) => cli.Experiments[0] = new Experiment(cli.Experiments[0].Settings, () => new TinyRun
    {
        AtStep = (step, _, loss) => factor(step) == 1 ? loss : loss with { Total = loss.Total * factor(step) },
    });

    /// <summary>A run whose optimizer stands in a file.</summary>
    private sealed class PlacedRun(double epsilon) : ExperimentRun
    {
        private readonly TinyModel model = new();
        private TorchSharp.torch.optim.Optimizer? optimizer;

        public override TorchSharp.torch.nn.Module Model => model;

        [Yaml("experiments.tiny-a.optimizer.adam")]
        public override TorchSharp.torch.optim.Optimizer Optimizer =>
            optimizer ??= TorchSharp.torch.optim.Adam(model.parameters(), 1e-2, eps: epsilon);

        public override LossTerms Loss(TorchSharp.torch.Tensor images) => new(Losses.SquaredError(model.call(images), images));

        public override TorchSharp.torch.Tensor Encode(TorchSharp.torch.Tensor images) => model.Encode(images);

        public override TorchSharp.torch.Tensor Decode(TorchSharp.torch.Tensor latent) => model.Decode(latent);
    }
}
