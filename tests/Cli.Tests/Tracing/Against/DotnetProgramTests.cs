using Repro.Cli.Tracing.Against;
using Repro.Runtime;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Tracing.Against;

/// <summary><see cref="DotnetProgram"/>, with the .NET SDK and a project of one file.</summary>
public sealed class DotnetProgramTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void AProjectIsBuiltAndRun()
    {
        Directory.CreateDirectory(root.Join("my program"));
        // No project of this repository: nothing of it may be looked for above the folder.
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(root.Join(file), "<Project />");
        }

        File.WriteAllText(root.Join("my program", "program.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net{Environment.Version.Major}.0</TargetFramework><DefineConstants>$(One);$(Two)</DefineConstants></PropertyGroup>
            </Project>
            """);
        Write("Console.Out.WriteLine(;");
        var program = new DotnetProgram("my program/program.csproj", "One=FIRST;Two=SECOND");
        var failed = program.Build(root.Path, CancellationToken.None);
        Assert.NotEqual(0, failed.Code);
        Assert.Contains(
            failed.Output,
            line => line.Contains("program.cs(1,", StringComparison.Ordinal) && line.Contains("error CS", StringComparison.Ordinal));

        Write("""
            #if FIRST && SECOND
            foreach (var argument in args) System.Console.Out.WriteLine(argument);
            System.Console.Out.Flush();
            if (args[0] == "wait") System.Threading.Thread.Sleep(600_000);
            System.Console.Error.WriteLine("a reason");
            return 7;
            #endif
            """);
        var built = program.Build(root.Path, CancellationToken.None);
        Assert.True(built.Code == 0, string.Join('\n', built.Output));
        var said = new List<string>();
        var result = program.Run(root.Path, ["one", "two three", "--four"], said.Add, CancellationToken.None);
        Assert.Equal((7, "a reason"), (result.Code, Assert.Single(result.Error)));
        Assert.Equal(["one", "two three", "--four"], said);
        Assert.Equal(said, result.Output);

        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => program.Run(root.Path, ["wait"], _ => stop.Cancel(), stop.Token));
    }

    [Fact]
    public void AProjectThatIsNotThereIsNamed() => Assert.Equal(
        "it has no project 'a/b.csproj' beside its experiments.yaml",
        Assert.Throws<ReproException>(() => new DotnetProgram("a/b.csproj", "").Build(root.Path, CancellationToken.None)).Message);

    private void Write(string program) => File.WriteAllText(root.Join("my program", "program.cs"), program);
}
