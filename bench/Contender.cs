using System.Globalization;
using System.Text.Json;

namespace Repro.Bench;

/// <summary>A program that can be timed: its command line, and the environment that makes it fastest.</summary>
internal sealed record Contender(string Name, Func<int, string[]> Command, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>This engine.</summary>
    public static Contender Repro(int threads, int epochs) => new(
        "Repro",
        batch => Child.Self(["epoch", .. Options(batch, threads, epochs)]),
        new Dictionary<string, string>());

    /// <summary>PyTorch with its stock layers, or with each transposed convolution rewritten as the gradient of a convolution.</summary>
    public static Contender PyTorch(string python, int threads, int epochs, bool rewritten) => new(
        rewritten ? "PyTorch, rewritten decoder" : "PyTorch",
        batch =>
        [
            python, Path.Combine(AppContext.BaseDirectory, "pytorch_vae.py"), .. Options(batch, threads, epochs),
            .. rewritten ? (string[])["--memory-format", "channels_last", "--decoder", "dgrad"] : [],
        ],
        Tuned(threads));

    public Timing Measure(int batch) => JsonSerializer.Deserialize<Timing>(Child.Output(Name, Command(batch), Environment))!;

    private static string[] Options(int batch, int threads, int epochs) =>
        [.. new (string Name, int Value)[] { ("--batch", batch), ("--threads", threads), ("--epochs", epochs) }
            .SelectMany(option => new[] { option.Name, option.Value.ToString(CultureInfo.InvariantCulture) })];

    /// <summary>The fastest setting found for PyTorch on two cores: a BLAS that shares its threads, memory that stays in the process, large pages.</summary>
    private static Dictionary<string, string> Tuned(int threads) => new()
    {
        ["LD_LIBRARY_PATH"] = "/usr/lib/x86_64-linux-gnu/openblas-openmp",
        ["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture),
        ["MALLOC_MMAP_THRESHOLD_"] = "4294967296",
        ["MALLOC_TRIM_THRESHOLD_"] = "17179869184",
        ["MALLOC_TOP_PAD_"] = "268435456",
        ["GLIBC_TUNABLES"] = "glibc.malloc.hugetlb=1",
    };
}
