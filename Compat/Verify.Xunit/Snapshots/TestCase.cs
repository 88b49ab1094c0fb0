using System.Reflection;

namespace VerifyTests;

/// <summary>The test that verifies.</summary>
internal sealed record TestCase(string SourceFile, MethodInfo Method)
{
    public Type Type => Method.ReflectedType!;

    public string TypeName => Type.IsNested ? $"{Type.ReflectedType!.Name}.{Type.Name}" : Type.Name;

    public string ProjectDirectory => Metadata("Verify.ProjectDirectory") ?? throw new InvalidOperationException(
        $"{Type.Assembly.GetName().Name} does not know its project folder: set ReproUsesVerify=true in its project.");

    public string? SolutionDirectory => Metadata("Verify.SolutionDirectory");

    private string? Metadata(string key) => Type.Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == key)?.Value;

    /// <summary>The folder and name of its snapshot under the settings.</summary>
    public FileNames FileNames(VerifySettings settings, GlobalSettings global)
    {
        var derived = global.DerivePathInfo?.Invoke(SourceFile, ProjectDirectory, Type, Method) ?? default;
        var folder = Path.GetDirectoryName(SourceFile)!;
        if ((settings.Directory ?? derived.Directory) is { } chosen)
        {
            folder = Path.Combine(folder, chosen);
        }

        var name = settings.Name;
        var prefix = name.FileName
            ?? $"{name.TypeName ?? derived.TypeName ?? TypeName}.{name.MethodName ?? derived.MethodName ?? Method.Name}"
            + ParameterText.Of(Method, name);
        return new FileNames(folder, prefix);
    }

    /// <summary>The folders of this machine that a snapshot may name.</summary>
    public MachineFolders MachineFolders() => new(
    [
        (AppContext.BaseDirectory, "{CurrentDirectory}"),
        (Environment.CurrentDirectory, "{CurrentDirectory}"),
        (Path.GetTempPath(), "{TempPath}"),
        (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "{UserProfile}"),
        (ProjectDirectory, "{ProjectDirectory}"),
        (SolutionDirectory, "{SolutionDirectory}"),
    ]);
}
