using System.Text.Json;
using Repro.Engine.Tests.Reference;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Repro.Engine.Tests.Optim.Schedules;

/// <summary>The rates (and momenta) of twenty epochs beside PyTorch's.</summary>
public class ScheduleReferenceTests
{
    /// <summary>Both compute in binary64; the engine's cosine is 4e-13 from the platform's that PyTorch calls.</summary>
    private const double Limit = 1e-12;

    [Fact]
    public void RatesFollowPyTorchs()
    {
        var entries = 0;
        foreach (var entry in ReferenceFile.Load("optim.json").GetProperty("entries").EnumerateArray().Where(
            e => e.TryGetProperty("scheduler", out _)))
        {
            using var scope = NewDisposeScope();
            var plateau = entry.TryGetProperty("metric", out var metric);
            using var sgd = optim.SGD([new Parameter(zeros(1))], entry.GetProperty("base_lr").GetDouble(), plateau ? 0 : 0.9);
            var schedule = Make(entry.GetProperty("scheduler").GetString()!, sgd, entry.GetProperty("options"));
            var group = (SGD.ParamGroup)sgd.ParamGroups.Single();
            var rates = entry.GetProperty("lr").EnumerateArray().Select(rate => rate.GetDouble()).ToArray();
            for (var epoch = 0; epoch < rates.Length; epoch++)
            {
                Assert.Equal(rates[epoch], group.LearningRate, Limit);
                Assert.Equal([group.LearningRate], schedule.get_last_lr());
                if (plateau)
                {
                    schedule.step(metric[epoch].GetDouble());
                }
                else
                {
                    Assert.Equal(entry.GetProperty("momentum")[epoch].GetDouble(), group.Momentum, Limit);
                    schedule.step();
                }
            }

            Assert.Equal(20, rates.Length);
            entries++;
        }

        Assert.Equal(10, entries);
    }

    private static LRScheduler Make(string kind, optim.Optimizer optimizer, JsonElement options)
    {
        double Number(string name) => options.GetProperty(name).GetDouble();
        int Whole(string name) => options.GetProperty(name).GetInt32();
        return kind switch
        {
            "StepLR" => StepLR(optimizer, Whole("step_size"), Number("gamma")),
            "MultiStepLR" =>
                MultiStepLR(optimizer, [.. options.GetProperty("milestones").EnumerateArray().Select(x => x.GetInt32())], Number("gamma")),
            "ExponentialLR" => ExponentialLR(optimizer, Number("gamma")),
            "CosineAnnealingLR" => CosineAnnealingLR(optimizer, Number("T_max"), Number("eta_min")),
            "LinearLR" => LinearLR(optimizer, Number("start_factor"), total_iters: Whole("total_iters")),
            "OneCycleLR" when options.TryGetProperty("three_phase", out var threePhase) => OneCycleLR(
                optimizer, Number("max_lr"), Whole("total_steps"), pct_start: Number("pct_start"),
                anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, three_phase: threePhase.GetBoolean()),
            "OneCycleLR" => OneCycleLR(optimizer, Number("max_lr"), Whole("total_steps")),
            "LambdaLR" when options.GetProperty("lr_lambda").GetString() == "0.95 ** epoch" =>
                LambdaLR(optimizer, epoch => Power(0.95, epoch)),
            "LambdaLR" => LambdaLR(optimizer, epoch => Math.Min(1, (epoch + 1) / 5.0)),
            "ReduceLROnPlateau" => ReduceLROnPlateau(
                optimizer, factor: Number("factor"), patience: Whole("patience"), threshold: Number("threshold"),
                cooldown: Whole("cooldown")),
            _ => throw new ArgumentException(kind),
        };
    }

    private static double Power(double number, int exponent) =>
        Enumerable.Repeat(number, exponent).Aggregate(1.0, (product, factor) => product * factor);
}
