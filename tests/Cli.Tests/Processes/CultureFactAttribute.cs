using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Repro.Cli.Tests.Processes;

/// <summary>
/// A test in which the program has the system's cultures, as a program built without <c>InvariantGlobalization</c> does; it is skipped, and
/// says why, where the system has none.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CultureFactAttribute : FactAttribute
{
    public CultureFactAttribute() => Skip = WhyNot;

    /// <summary>A line of a script that gives <c>repro</c> the cultures.</summary>
    public static string WithCultures { get; } =
        $"repro() {{ dotnet exec --runtimeconfig '{Configuration}' '{TinyProcess.Program}' \"$@\"; }}";

    private static string Configuration => Path.Combine(AppContext.BaseDirectory, "cultures.runtimeconfig.json");

    private static string? WhyNot { get; } = OperatingSystem.IsWindows() ? "Windows has no /bin/sh." : Prepare() ? null
        : "The system has no culture data (ICU): install libicu.";

    private static bool Prepare()
    {
        var program = TinyProcess.Program;
        var json = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(program, ".runtimeconfig.json")))!;
        var properties = json["runtimeOptions"]!["configProperties"]!;
        properties["System.Globalization.Invariant"] = false;
        properties["System.Globalization.PredefinedCulturesOnly"] = false;
        File.WriteAllText(Configuration, json.ToJsonString());
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", Configuration, program, "--help"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
