using Repro.Runtime.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Loss;

/// <summary>The expected numbers are PyTorch 1.13.1's, in float64.</summary>
public sealed class LossesTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<string, double, double[], double[]> Reconstructions => new()
    {
        {
            "squared", 1.4432021561860626, [0.993545439265177, 1.8928588731069484],
            [0.21853145211935043, 0.4066433608531952, -0.3052447438240051, -0.017132863402366638]
        },
        { "absolute", 3.388461608439684, [2.9195804931223392, 3.8573427237570286], [0.5, 0.5, -0.5, -0.5] },
        {
            "cross entropy", 9.886118877795724, [8.844634907330281, 10.927602848261166],
            [0.5249093083950306, 1.7766329200883408, -0.6146037815671195, -0.05099191826884949]
        },
        { "huber", 0.5964139595117761, [0.4606586607011888, 0.7321692583223632], [0.10926572605967522, 0.15, -0.15, -0.008566431701183319] },
    };

    [Theory]
    [MemberData(nameof(Reconstructions))]
    public void AReconstructionTermIsSummedOverAnImageAndAveragedOverTheBatch(
        string name, double expected, double[] perImage, double[] gradient)
    {
        var (loss, errors) = Functions(name);
        var reconstruction = Numbers.Ramp(0.05f, 0.95f, 2, 3, 2, 2).requires_grad_();
        var images = Numbers.Modular(5, 1, 13, 13, 0, 2, 3, 2, 2);
        var value = loss(reconstruction, images);
        value.backward();
        Numbers.AreClose([expected], value);
        Numbers.AreClose(gradient, reconstruction.grad!.reshape(-1).narrow(0, 0, 4));
        Numbers.AreClose(perImage, errors(reconstruction, images));
    }

    [Theory]
    [InlineData("squared")]
    [InlineData("absolute")]
    [InlineData("cross entropy")]
    [InlineData("huber")]
    public void ItsGradientsAreDifferences(string name)
    {
        var (loss, errors) = Functions(name);
        var images = Numbers.Modular(5, 1, 13, 13, 0, 2, 3, 2, 2);
        var reconstruction = Numbers.Ramp(0.15f, 0.85f, 2, 3, 2, 2);
        Numbers.GradientsAgree(inputs => loss(inputs[0], images), reconstruction);
        Numbers.GradientsAgree(inputs => errors(inputs[0], images).square().mean(), reconstruction);
    }

    [Fact]
    public void TheDivergenceFromTheVampPriorIsPyTorchs()
    {
        Tensor[] inputs = [.. Latents().Select(input => input.requires_grad_())];
        var value = Divergence(inputs);
        value.backward();
        Numbers.AreClose([0.12040648237389373], value);
        double[][] gradients =
        [
            [0.048601347813489626, -0.15056860220334684, -0.27290492459921867, 0.08564633378460013],
            [-0.25410445013753763, 0.35300804956220383, 0.2997425014308289, -0.3995508212997508],
            [-0.10726562595678983, 0.012129621626418518, -0.0927042293634541, 0.038297713078792775],
            [0.15529874674182553, 0.1808035693925399, -0.0001201407585375569, 0.3052865003916537],
            [0.19501725038341355, -0.04640456205178574, 0.22927910672386265, 0.1374576837733152],
        ];
        for (var i = 0; i < inputs.Length; i++)
        {
            Numbers.AreClose(gradients[i], inputs[i].grad!.reshape(-1).narrow(0, 0, 4));
        }
    }

    [Fact]
    public void ItsGradientsAreDifferencesToo() => Numbers.GradientsAgree(Divergence, Latents());

    [Fact]
    public void OneStandardPseudoInputGivesTheUsualDivergenceInTheMean()
    {
        const int count = 20000;
        manual_seed(1);
        var (mu, logvar) = (tensor([0.5f, -1]), tensor([-0.5f, 0.25f]));
        var latent = mu + ((0.5 * logvar).exp() * randn(count, 2));
        var estimate = Losses.VampPriorDivergence(latent, mu.expand(count, 2), logvar.expand(count, 2), zeros(1, 2), zeros(1, 2));
        var exact = Losses.KullbackLeiblerDivergence(mu.unsqueeze(0), logvar.unsqueeze(0));
        Numbers.AreClose([exact.item<float>()], estimate, 0.01);
    }

    [Fact]
    public void TheImportanceWeightedBoundIsPyTorchs()
    {
        Tensor[] inputs = [.. Weights().Select(input => input.requires_grad_())];
        var value = Losses.ImportanceWeightedBound(inputs[0], inputs[1], inputs[2], 3);
        value.backward();
        Numbers.AreClose([5.667644943805454], value);
        double[] expected =
            [0.2563792862159089, 0.0013008898590099714, 0.21843413308008594, 0.44714140312387074, 0.025186580704005354, 0.0515577070171195];
        Numbers.AreClose(expected, inputs[0].grad!);
        Numbers.AreClose(expected, inputs[1].grad!);
        Numbers.AreClose(expected, -inputs[2].grad!);
    }

    [Fact]
    public void ItsGradientsAreDifferencesAsWell() =>
        Numbers.GradientsAgree(inputs => Losses.ImportanceWeightedBound(inputs[0], inputs[1], inputs[2], 3), Weights());

    [Fact]
    public void OneSampleGivesTheEvidenceLowerBound()
    {
        var inputs = Weights();
        Numbers.AreClose(
            [(inputs[0] + inputs[1] - inputs[2]).mean().item<float>()], Losses.ImportanceWeightedBound(inputs[0], inputs[1], inputs[2], 1));
    }

    [Fact]
    public void MoreSamplesNeverRaiseIt()
    {
        var errors = Numbers.Ramp(3, 9, 6);
        var one = Losses.ImportanceWeightedBound(errors, zeros(6), zeros(6), 1).item<float>();
        var three = Losses.ImportanceWeightedBound(errors, zeros(6), zeros(6), 3).item<float>();
        Assert.True(three < one, $"{three} < {one}");
    }

    [Fact]
    public void LargeErrorsDoNotOverflow()
    {
        var errors = tensor([12000f, 12001f]);
        Numbers.AreClose([12000 - Math.Log((1 + Math.Exp(-1)) / 2)], Losses.ImportanceWeightedBound(errors, zeros(2), zeros(2), 2));
    }

    public void Dispose() => scope.Dispose();

    private static Tensor Divergence(Tensor[] inputs) => Losses.VampPriorDivergence(inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]);

    private static Tensor[] Latents() =>
    [
        Numbers.Ramp(-1.5f, 1.5f, 3, 4),
        Numbers.Modular(3, 2, 7, 7, -0.5f, 3, 4),
        Numbers.Modular(4, 1, 9, 9, -0.6f, 3, 4),
        Numbers.Modular(5, 2, 8, 8, -0.4f, 2, 4),
        Numbers.Modular(3, 1, 5, 5, -0.3f, 2, 4),
    ];

    private static Tensor[] Weights() => [Numbers.Ramp(3, 9, 6), Numbers.Modular(3, 2, 7, 7, -4, 6), Numbers.Modular(5, 1, 6, 3, -5, 6)];

    private static (Func<Tensor, Tensor, Tensor> Loss, Func<Tensor, Tensor, Tensor> Errors) Functions(string name) => name switch
    {
        "squared" => (Losses.SquaredError, ImageErrors.Squared),
        "absolute" => (Losses.AbsoluteError, ImageErrors.Absolute),
        "cross entropy" => (Losses.BinaryCrossEntropy, ImageErrors.BinaryCrossEntropy),
        _ => ((x, y) => Losses.HuberError(x, y, 0.3), (x, y) => ImageErrors.Huber(x, y, 0.3)),
    };
}
