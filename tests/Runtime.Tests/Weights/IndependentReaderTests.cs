using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Repro.Runtime.Runs;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Tests.Weights;

/// <summary>A Python program, which follows the published rules of the format, reads the written files.</summary>
public sealed class IndependentReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [PythonFact]
    public void TheWeightsOfARunAreReadByAnotherProgram()
    {
        using var data = Tiny.Data();
        var run = RunRecorder.Train(
            Tiny.Experiment, data, RunFolder.Of(folder.Path, Tiny.Settings, Tiny.Settings), new Observer(), new FixedClock(), default);
        AssertRead(run.Folder.WeightsPath);
    }

    [PythonFact]
    public void OddNamesAndShapesAreReadByAnotherProgram()
    {
        using (var stream = File.Create(folder.Join("odd")))
        {
            SafetensorsWriter.Write(stream,
            [
                new("b", WeightType.Float32, [2, 3], Enumerable.Range(0, 24).Select(i => (byte)i).ToArray()),
                new("quote \" backslash \\ \u00e9 \u65e5 \U0001F600", WeightType.Float32, [1], new byte[] { 1, 2, 3, 4 }),
                new("steps", WeightType.Int64, [], new byte[] { 9, 0, 0, 0, 0, 0, 0, 0x80 }),
                new("empty", WeightType.Float32, [0, 5], Array.Empty<byte>()),
            ]);
        }

        AssertRead(folder.Join("odd"));
        using (var stream = File.Create(folder.Join("nothing")))
        {
            SafetensorsWriter.Write(stream, []);
        }

        AssertRead(folder.Join("nothing"));
    }

    private static void AssertRead(string file)
    {
        var expected = SafetensorsReader.Read(File.ReadAllBytes(file)).Select(tensor =>
            (tensor.Name,
             tensor.Type == WeightType.Float32 ? "F32" : "I64",
             string.Join(',', tensor.Shape),
             Convert.ToHexStringLower(SHA256.HashData(tensor.Data.Span)),
             tensor.Data.IsEmpty ? "-" : Convert.ToHexStringLower(tensor.Data.Span[^(tensor.Type == WeightType.Float32 ? 4 : 8)..])));
        var start = new ProcessStartInfo(
            "python3", ["-X", "utf8", Path.Combine(AppContext.BaseDirectory, "Weights", "read_safetensors.py"), file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        var actual = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string[]>(line)!)
            .Select(entry => (entry[0], entry[1], entry[2], entry[3], entry[4]));
        Assert.Equal(
            expected.OrderBy(entry => entry.Name, StringComparer.Ordinal), actual.OrderBy(entry => entry.Item1, StringComparer.Ordinal));
    }
}
