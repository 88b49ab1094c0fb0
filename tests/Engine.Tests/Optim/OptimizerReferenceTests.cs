using System.Text.Json;
using Repro.Engine.Tests.Reference;
using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

/// <summary>Ten steps of each optimizer on two problems, beside PyTorch's.</summary>
public class OptimizerReferenceTests
{
    private static readonly JsonElement Reference = ReferenceFile.Load("optim.json");

    // A step rounds some ten times, and the steps add up: 1e-6 of the largest parameter is about eight units of the last place.
    [Fact]
    public void StepsFromPyTorchsGradientsFollow() => Follow(1e-6, (parameters, step, _) =>
    {
        foreach (var (parameter, gradient) in parameters.Zip(step.GetProperty("grads").EnumerateArray()))
        {
            parameter.grad = Read(gradient);
        }
    });

    // Gradients differ by rounding, sums being added in another order, and the steps carry the differences on.
    [Fact]
    public void TrainingFollows() => Follow(1e-5, (parameters, step, problem) =>
    {
        var loss = Loss(problem, parameters);
        Close.Equal([step.GetProperty("loss").GetDouble()], [loss.item<float>()], 1e-5, $"loss of {problem}");
        loss.backward();
    });

    private static void Follow(double limit, Action<Parameter[], JsonElement, string> gradients)
    {
        var entries = 0;
        foreach (var entry in Reference.GetProperty("entries").EnumerateArray().Where(entry => entry.TryGetProperty("optimizer", out _)))
        {
            using var scope = NewDisposeScope();
            var problem = entry.GetProperty("problem").GetString()!;
            Parameter[] parameters = [.. Tensors(problem, "start").Select(start => new Parameter(start))];
            using var optimizer = Make(entry.GetProperty("optimizer").GetString()!, parameters, entry.GetProperty("options"));
            var step = 0;
            foreach (var expected in entry.GetProperty("steps").EnumerateArray())
            {
                optimizer.zero_grad();
                gradients(parameters, expected, problem);
                optimizer.step();
                step++;
                for (var i = 0; i < parameters.Length; i++)
                {
                    Close.Equal(
                        expected.GetProperty("parameters")[i].Numbers(),
                        parameters[i].Values(),
                        limit,
                        $"{problem}, {entry.GetProperty("optimizer")} {entry.GetProperty("options")}, step {step}, parameter {i}");
                }
            }

            Assert.Equal(10, step);
            entries++;
        }

        Assert.Equal(30, entries);
    }

    private static optim.Optimizer Make(string kind, Parameter[] parameters, JsonElement options)
    {
        double Number(string name, double otherwise) => options.TryGetProperty(name, out var value) ? value.GetDouble() : otherwise;
        bool Flag(string name) => options.TryGetProperty(name, out var value) && value.GetBoolean();
        var rate = Number("lr", double.NaN);
        var betas = options.TryGetProperty("betas", out var given)
            ? given.EnumerateArray().Select(x => x.GetDouble()).ToArray()
            : [0.9, 0.999];
        return kind switch
        {
            "SGD" => optim.SGD(
                parameters, rate, Number("momentum", 0), Number("dampening", 0), Number("weight_decay", 0), Flag("nesterov"),
                Flag("maximize")),
            "Adam" => optim.Adam(parameters, rate, betas[0], betas[1], Number("eps", 1e-8), Number("weight_decay", 0), Flag("amsgrad")),

            // PyTorch's weight decay is 0.01 if not given; TorchSharp's is 0.
            "AdamW" =>
                optim.AdamW(parameters, rate, betas[0], betas[1], Number("eps", 1e-8), Number("weight_decay", 0.01), Flag("amsgrad")),
            "RMSprop" => optim.RMSProp(
                parameters, rate, Number("alpha", 0.99), Number("eps", 1e-8), Number("weight_decay", 0), Number("momentum", 0),
                Flag("centered")),
            _ => throw new ArgumentException(kind),
        };
    }

    private static Tensor Loss(string problem, Parameter[] p)
    {
        if (problem == "network")
        {
            var hidden = nn.functional.linear(Read(Problem(problem, "x")), p[0], p[1]).tanh();
            return nn.functional.mse_loss(nn.functional.linear(hidden, p[2], p[3]), Read(Problem(problem, "y")));
        }

        var (curvature, centre) = (Tensors(problem, "curvature"), Tensors(problem, "centre"));
        return (0.5 * curvature[0] * (p[0] - centre[0]).square()).sum() + (0.5 * curvature[1] * (p[1] - centre[1]).square()).sum();
    }

    private static JsonElement Problem(string problem, string name) =>
        Reference.GetProperty("problems").GetProperty(problem).GetProperty(name);

    private static Tensor[] Tensors(string problem, string name) => [.. Problem(problem, name).EnumerateArray().Select(Read)];

    private static Tensor Read(JsonElement values) => tensor(values.Numbers().Select(x => (float)x).ToArray(), values.Shape());
}
