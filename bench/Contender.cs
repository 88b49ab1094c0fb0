using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;

namespace Repro.Bench;

/// <summary>A program that can be timed: its command line, and the environment that makes it fastest.</summary>
internal sealed record Contender(string Name, Func<int, string[]> Command, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>This engine.</summary>
    public static Contender Repro(int threads, int epochs) => new(
        "Repro",
        batch => [.. Itself, "epoch", .. Options(batch, threads, epochs)],
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

    /// <summary>This engine's single operations.</summary>
    public static Contender ReproOperations(int threads) => new(
        "Repro",
        _ => [.. Itself, "operation-times", .. Threads(threads)],
        new Dictionary<string, string>());

    /// <summary>PyTorch's single operations.</summary>
    public static Contender PyTorchOperations(string python, int threads) => new(
        "PyTorch", _ => [python, Path.Combine(AppContext.BaseDirectory, "pytorch_operations.py"), .. Threads(threads)], Tuned(threads));

    /// <summary>The generator, on a file of as many experiments as a batch would have images.</summary>
    public static Contender Generator() => new(
        "The generator",
        experiments => [.. Itself, "generate", "--experiments", experiments.ToString(CultureInfo.InvariantCulture)],
        new Dictionary<string, string>());

    /// <summary>Runs the program once and reads what it prints.</summary>
    public T Measure<T>(int batch)
    {
        var command = Command(batch);
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in Environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(output)!
            : throw new InvalidOperationException($"{Name} failed: {errors.Result.Trim()}");
    }

    /// <summary>
    /// How this program starts: by an executable of its own, or by the runtime's with the assembly as its first argument.
    /// </summary>
    private static string[] Itself => Path.GetFileNameWithoutExtension(System.Environment.ProcessPath!) == "dotnet"
        ? [System.Environment.ProcessPath!, typeof(Contender).Assembly.Location]
        : [System.Environment.ProcessPath!];

    private static string[] Threads(int threads) => ["--threads", threads.ToString(CultureInfo.InvariantCulture)];

    private static string[] Options(int batch, int threads, int epochs) =>
        [.. new (string Name, int Value)[] { ("--batch", batch), ("--threads", threads), ("--epochs", epochs) }
            .SelectMany(option => new[] { option.Name, option.Value.ToString(CultureInfo.InvariantCulture) })];

    /// <summary>
    /// The fastest setting found for PyTorch on two cores: a BLAS that shares its threads, memory that stays in the process, large pages.
    /// </summary>
    private static Dictionary<string, string> Tuned(int threads) => new()
    {
        ["LD_LIBRARY_PATH"] = "/usr/lib/x86_64-linux-gnu/openblas-openmp",
        ["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture),
        ["MALLOC_MMAP_THRESHOLD_"] = "4294967296",
        ["MALLOC_TRIM_THRESHOLD_"] = "17179869184",
        ["MALLOC_TOP_PAD_"] = "268435456",
        ["GLIBC_TUNABLES"] = "glibc.malloc.hugetlb=1",
        // Debian's OpenBLAS does not know the newest processors, and falls back to kernels for half of their width.
        ["OPENBLAS_CORETYPE"] = Avx512F.IsSupported ? "SkylakeX" : "",
    };
}
