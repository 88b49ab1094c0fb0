using System.Diagnostics;
using System.Text.Json;
using Repro.Experiments;
using Repro.Runtime;
using static TorchSharp.torch;

namespace Repro.Bench;

/// <summary>One process of training: the paper's VAE, one full batch an epoch, as <c>pytorch_vae.py</c> does it.</summary>
internal static class EpochRun
{
    private const int Warmup = 3;

    /// <summary>
    /// Both parts take at least so long: the just-in-time compiler takes a moment to give its best, and a training takes longer than that.
    /// </summary>
    private const double SecondsEach = 1.5;

    public static int Run(int batch, int threads, int epochs)
    {
        set_num_threads(threads);
        var experiment = ExperimentCatalog.All.Single(experiment => experiment.Name == "vae-70");
        manual_seed(experiment.Settings.Seed);
        using var run = experiment.Start();
        using var images = Waves(batch);
        var losses = new List<float>();
        var start = Stopwatch.GetTimestamp();
        losses.Add(Epoch(run, images));
        var untilFirst = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds;
        while (losses.Count < Warmup || Stopwatch.GetElapsedTime(start).TotalSeconds < SecondsEach)
        {
            losses.Add(Epoch(run, images));
        }

        var seconds = new List<double>();
        while (seconds.Count < epochs || seconds.Sum() < SecondsEach)
        {
            start = Stopwatch.GetTimestamp();
            losses.Add(Epoch(run, images));
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        var timing = new Timing(
            Statistics.Median(seconds),
            Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0,
            untilFirst);
        Console.WriteLine(JsonSerializer.Serialize(timing));
        return losses.TrueForAll(float.IsFinite) ? 0 : 1;
    }

    private static float Epoch(ExperimentRun run, Tensor images)
    {
        using var scope = NewDisposeScope();
        var loss = run.Loss(images).Total;
        run.Model.zero_grad();
        loss.backward();
        run.Optimizer.step();
        return loss.item<float>();
    }

    /// <summary>0.5 + 0.5 sin(0.1 (c + 1) h + 0.07 (n + 1) w), the batch of <c>pytorch_vae.py</c>.</summary>
    private static Tensor Waves(int count)
    {
        var pixels = new float[count * 3 * 64 * 64];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (n, c, h, w) = (i / 12288, i / 4096 % 3, i / 64 % 64, i % 64);
            pixels[i] = (float)(0.5 + (0.5 * Math.Sin((0.1 * (c + 1) * h) + (0.07 * (n + 1) * w))));
        }

        return tensor(pixels, [count, 3, 64, 64]);
    }
}
