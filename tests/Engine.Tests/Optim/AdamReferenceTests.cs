using Repro.Engine.Tests.Reference;
using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

/// <summary>Ten steps of Adam beside PyTorch's, from the gradients that PyTorch had.</summary>
public class AdamReferenceTests
{
    // Each step rounds some ten times, and the steps add up: 1e-6 of the largest parameter is about eight units of the last place.
    [Fact]
    public void Parameters_follow_PyTorchs()
    {
        var file = ReferenceFile.Load("adam.json");
        var entries = 0;
        foreach (var entry in file.GetProperty("entries").EnumerateArray())
        {
            var problem = entry.GetProperty("problem").GetString()!;
            var start = file.GetProperty("problems").GetProperty(problem).GetProperty("start");
            Parameter[] parameters = [.. start.EnumerateArray().Select(x => new Parameter(tensor(x.Numbers().Select(n => (float)n).ToArray(), x.Shape())))];
            var options = entry.GetProperty("options");
            var betas = options.TryGetProperty("betas", out var given) ? given.EnumerateArray().Select(x => x.GetDouble()).ToArray() : [0.9, 0.999];
            using var adam = optim.Adam(
                parameters,
                options.GetProperty("lr").GetDouble(),
                betas[0],
                betas[1],
                options.TryGetProperty("eps", out var eps) ? eps.GetDouble() : 1e-8,
                options.TryGetProperty("weight_decay", out var decay) ? decay.GetDouble() : 0);
            var step = 0;
            foreach (var expected in entry.GetProperty("steps").EnumerateArray())
            {
                for (var i = 0; i < parameters.Length; i++)
                {
                    var gradient = expected.GetProperty("grads")[i];
                    parameters[i].grad = tensor(gradient.Numbers().Select(n => (float)n).ToArray(), gradient.Shape());
                }

                adam.step();
                step++;
                for (var i = 0; i < parameters.Length; i++)
                {
                    Close.Equal(expected.GetProperty("parameters")[i].Numbers(), parameters[i].Values(), 1e-6, $"{problem} {options}, step {step}, parameter {i}");
                }
            }

            Assert.Equal(10, step);
            entries++;
        }

        Assert.Equal(6, entries);
    }
}
