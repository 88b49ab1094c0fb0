using System.Globalization;
using System.Text.Json;
using Repro.Cli;
using Repro.Cli.Program;

if (args is ["surroundings"])
{
    // How this process would write numbers and times if it did as its surroundings ask.
    Console.Out.WriteLine($"{CultureInfo.CurrentCulture.Name} {-1.5} "
        + $"{TimeZoneInfo.Local.GetUtcOffset(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero))}");
    return 0;
}

if (args is ["faults", var trials])
{
    FaultTrials.Run(JsonSerializer.Deserialize<FaultPlan>(trials)!);
    return 0;
}

return CliProgram.Run(args, Catalog.All);
