using System.Runtime.CompilerServices;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Tracing;

namespace Repro.Runtime.Tests.Tracing;

/// <summary>
/// Compares a run with the trace of the same run in libtorch, <c>libtorch.trace</c>. To write that file again: <c>REPRO_UPDATE=1 dotnet
/// test -c Release -p:ReproEngine=libtorch-cpu tests/Runtime.Tests --filter LibtorchTests</c>.
/// </summary>
public class LibtorchTests
{
    /// <summary>The tolerance of <c>repro bisect</c> between engines.</summary>
    private const double Tolerance = 1e-4;

    private static string Output { get; } = Path.Combine(AppContext.BaseDirectory, "Tracing", "libtorch.trace");

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "epsilon", "layer encoder2_batch_norm output", "another epsilon changes no weight and no buffer" },
        { "momentum", "buffer encoder2_batch_norm running_mean", "another momentum is seen when the buffers are" },
        { "slope", "layer encoder3_leaky_relu output", "another slope" },
        { "learning rate", "optimizer encoder1_conv weight", "the gradients are right, and the weights are not" },
        { "divergence", "loss  loss", "the terms are right, and their sum is not" },
        { "gradient", "layer encoder2_batch_norm gradient of its output", "the layer after it went back rightly" },
    };

    [Fact]
    public void TheFirstStepIsTheSameWithinTheTolerance()
    {
        Update();
        var here = Trace(() => new MiniatureRun());
        var libtorch = Libtorch();
        Assert.Null(TraceComparison.Compare(libtorch, here, Tolerance));
        Assert.Null(TraceComparison.Compare(here, libtorch, Tolerance));
    }

    [ExactFact]
    public void TheInitialWeightsAndTheImagesAreTheSameToTheBit()
    {
        var difference = TraceComparison.Compare(Libtorch(), Trace(() => new MiniatureRun()))!;
        Assert.Equal((1, TracePhase.Forward), (difference.Step, difference.First!.Phase));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void AMistakeIsNamedWithItsLayer(string mistake, string record, string why)
    {
        var difference = TraceComparison.Compare(Libtorch(), Trace(() => Mistaken(mistake)), Tolerance);
        Assert.True(difference is { Step: 1, IsOfSameOperation: true }, why);
        Assert.Equal(record, $"{difference.First!.Operation} {difference.First.Layer} {difference.First.Of}");
    }

    private static MiniatureRun Mistaken(string mistake) => mistake switch
    {
        "epsilon" => new MiniatureRun(epsilon: 1e-3),
        "momentum" => new MiniatureRun(momentum: 0.11),
        "slope" => new MiniatureRun(slope: 0.21),
        "learning rate" => new MiniatureRun(learningRate: 1.1e-3),
        "divergence" => new MiniatureRun { DivergenceWeight = 1.01f },
        "gradient" => new MiniatureRun { GradientThrough = 0.5f },
        _ => throw new ArgumentOutOfRangeException(nameof(mistake)),
    };

    private static Trace Trace(Func<ExperimentRun> start) => Traced.Run(start, null, 1);

    private static Trace Libtorch() => TraceReader.Read(Output);

    private static void Update([CallerFilePath] string source = "")
    {
        if (ExactFactAttribute.WhyNot is not null && Environment.GetEnvironmentVariable("REPRO_UPDATE") == "1")
        {
            File.WriteAllBytes(Output, Traced.Bytes(Trace(() => new MiniatureRun())));
            File.Copy(Output, Path.Combine(Path.GetDirectoryName(source)!, "libtorch.trace"), overwrite: true);
        }
    }
}
