using System.Diagnostics;
using System.Text.Json;
using static TorchSharp.torch;

namespace Repro.Bench;

/// <summary>One process of single operations, as <c>pytorch_operations.py</c> does them: the median milliseconds of each.</summary>
internal static class OperationRun
{
    private const double SecondsToWarmUp = 0.4;
    private const double SecondsEach = 0.4;
    private const int FewestRuns = 7;

    public static int Run(int threads)
    {
        set_num_threads(threads);
        manual_seed(1);
        var timings = new Dictionary<string, double>();
        foreach (var size in OperationList.ProductSizes)
        {
            using var scope = NewDisposeScope();
            var (x, y) = (rand(size, size), rand(size, size));
            timings[OperationList.Product(size)] = Time(() => mm(x, y));
        }

        using (NewDisposeScope())
        {
            var (x, y) = (randn(OperationList.Elements), randn(OperationList.Elements));
            timings[OperationList.Copy] = Time(() => x.clone());
            timings[OperationList.Add] = Time(() => x.add(y));
            timings[OperationList.Relu] = Time(() => nn.functional.relu(x));
            timings[OperationList.Exp] = Time(() => x.exp());
            timings[OperationList.Log] = Time(() => x.log());
            timings[OperationList.Sigmoid] = Time(() => x.sigmoid());
            timings[OperationList.Tanh] = Time(() => x.tanh());
            timings[OperationList.Sum] = Time(() => x.sum());
        }

        BatchNorm(timings);
        Console.WriteLine(JsonSerializer.Serialize(timings));
        return 0;
    }

    private static void BatchNorm(Dictionary<string, double> timings)
    {
        using var scope = NewDisposeScope();
        using var layers = nn.Sequential(nn.BatchNorm2d(OperationList.Channels), nn.ReLU());
        var images = randn(OperationList.Images, OperationList.Channels, OperationList.Side, OperationList.Side);
        var x = images.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2).detach().requires_grad_();
        var upstream = ones_like(images).permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        timings[OperationList.BatchNormForward] = Time(() =>
        {
            using var _ = no_grad();
            layers.call(x);
        });
        timings[OperationList.BatchNormStep] = Time(() =>
        {
            x.grad = null;
            layers.call(x).backward([upstream]);
        });
    }

    private static double Time(Action body)
    {
        // The just-in-time compiler takes a moment to give its best.
        Repeat(body, SecondsToWarmUp);
        return Statistics.Median(Repeat(body, SecondsEach));
    }

    private static List<double> Repeat(Action body, double seconds)
    {
        var milliseconds = new List<double>();
        var start = Stopwatch.GetTimestamp();
        while (milliseconds.Count < FewestRuns || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            using var scope = NewDisposeScope();
            var before = Stopwatch.GetTimestamp();
            body();
            milliseconds.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return milliseconds;
    }
}
