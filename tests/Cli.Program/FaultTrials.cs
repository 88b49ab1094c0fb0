using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Program;

/// <summary>
/// Runs a command again and again, each time with another failing operation on its files, in one process: starting hundreds would take
/// long. The library that fails the operations is preloaded; its source is <c>tests/Cli.Tests/Faults/faults.c</c>.
/// </summary>
public static unsafe class FaultTrials
{
    /// <summary>Far more than any of these commands does.</summary>
    private const int MostOperations = 5000;

    /// <summary>Tries a command line, and prints a <see cref="FaultTrial"/> as a line of JSON for each failing operation.</summary>
    public static void Run(FaultPlan plan)
    {
        var (output, folder) = (Console.Out, Environment.CurrentDirectory);
        var (template, work) = (Path.Combine(folder, "template"), Path.Combine(folder, "work"));
        Directory.CreateDirectory(template);
        File.WriteAllText(Path.Combine(template, "experiments.yaml"), "");
        Tiny.WriteImages(template, 8);
        foreach (var command in plan.Prepare)
        {
            var prepared = Command(template, command);
            if (command is ["change", var image])
            {
                Tiny.ChangePixel(Path.Combine(template, "data", "dots", image), 1, 1);
            }
            else if (prepared.Code is not (0 or 1))
            {
                throw new InvalidOperationException(prepared.Error);
            }
        }

        for (var next = plan.Number ?? 1; next <= MostOperations; next++)
        {
            Copy(template, work);
            Environment.CurrentDirectory = work;
            Arm(work, plan.Kind, next, plan.Errors[next % plan.Errors.Length]);
            var (code, text, problem) = Command(work, plan.Tried);
            var count = Marshal.GetDelegateForFunctionPointer<Count>(Export("fault_disarm"))();
            var failed = Marshal.PtrToStringUTF8(Marshal.GetDelegateForFunctionPointer<Text>(Export("fault_failed"))())!;
            if (plan.Number is null && failed.Length == 0 && count < next)
            {
                return;
            }

            var files = Files(work);
            var rest = plan.After.Length == 0 ? (0, "", "") : Command(work, plan.After);
            output.WriteLine(JsonSerializer.Serialize(new FaultTrial(
                next, failed.Replace(
                    work, "", StringComparison.Ordinal), code, text, problem, files, rest.Item1, rest.Item3, Files(work))));
            if (plan.Number is not null)
            {
                return;
            }
        }
    }

    private static (int Code, string Out, string Error) Command(string folder, string[] command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Console.SetOut(output);
        Console.SetError(error);
        Environment.CurrentDirectory = folder;
        if (command[0] == "change")
        {
            return (0, "", "");
        }

        try
        {
            return (CliProgram.Run(command, Catalog.All), output.ToString(), error.ToString());
        }
#pragma warning disable CA1031 // What escapes would end the process with a stack trace: the test looks for that.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return (134, output.ToString(), e.ToString());
        }
    }

    private static void Arm(string folder, string kind, int number, int error)
    {
        var (first, second) = (Marshal.StringToCoTaskMemUTF8(folder), Marshal.StringToCoTaskMemUTF8(kind));
        ((delegate* unmanaged<nint, nint, int, int, void>)Export("fault_arm"))(first, second, number, error);
        Marshal.FreeCoTaskMem(first);
        Marshal.FreeCoTaskMem(second);
    }

    private static nint Export(string name) => NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), name);

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Environment.CurrentDirectory = from;
            Directory.Delete(to, recursive: true);
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // What a crash may leave half written, who holds a lock and what says when something was made, is left out.
    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !file.EndsWith(".partial", StringComparison.Ordinal) && !file.Contains(".partial/", StringComparison.Ordinal))
            .Where(file => !file.Contains(".lock", StringComparison.Ordinal) && Path.GetFileName(file) is not (
                "run.json" or "state.json" or "checkpoint.json"))
            .ToDictionary(file => file, file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))))),
        StringComparer.Ordinal);

    private delegate int Count();

    private delegate nint Text();
}

/// <summary>What a command did when one operation failed.</summary>
/// <param name="Number">The number of the operation.</param>
/// <param name="Failed">Its kind and its path; empty when the command has no such operation.</param>
/// <param name="Code">The exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Files">The files after it, each with its hash.</param>
/// <param name="AfterCode">The exit code of the command after it.</param>
/// <param name="AfterError">Standard error of that.</param>
/// <param name="AfterFiles">The files after that.</param>
public sealed record FaultTrial(
    int Number,
    string Failed,
    int Code,
    string Out,
    string Error,
    SortedDictionary<string, string> Files,
    int AfterCode,
    string AfterError,
    SortedDictionary<string, string> AfterFiles);
