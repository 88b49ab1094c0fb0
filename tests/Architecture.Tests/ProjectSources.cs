using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Repro.Architecture.Tests;

/// <summary>Compiles the sources of one project, as its build does, to look at what they mean.</summary>
internal static class ProjectSources
{
    private static readonly string Own = typeof(ProjectSources).Assembly.GetName().Name!;

    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    /// <summary>Compiles a project of the repository.</summary>
    /// <param name="folder">The project's folder, relative to the root.</param>
    public static CSharpCompilation Compile(string folder)
    {
        var root = Path.Combine(Repository.Root, folder);
        var project = Directory.GetFiles(root, "*.csproj").Single();
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None, preprocessorSymbols: ["REPRO_EXACT", "NET"]);
        var trees = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuildOutput(Path.GetRelativePath(root, file)))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(
                File.ReadAllText(file), options, Path.GetRelativePath(root, file).Replace('\\', '/'), Encoding.UTF8))
            .Append(CSharpSyntaxTree.ParseText(Usings(project), options, "", Encoding.UTF8));
        var name = Path.GetFileNameWithoutExtension(project);
        var compilation = CSharpCompilation.Create(
            name,
            trees,
            References(except: name),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(FrameworkGenerators(), parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        return (CSharpCompilation)complete;
    }

    private static bool IsBuildOutput(string path) => path.Split('/', '\\')[0] is "bin" or "obj";

    /// <summary>The global usings that the project's build writes.</summary>
    private static string Usings(string project)
    {
        var own = XDocument.Load(project).Descendants("Using")
            .Select(item => ((string?)item.Attribute("Static") == "true" ? "static " : "") + (string?)item.Attribute("Include"));
        return string.Concat(ImplicitUsings.Concat(own).Select(name => $"global using {name};\n"));
    }

    /// <summary>Everything that lies beside the tests or in the framework, without the project itself and these tests.</summary>
    private static IEnumerable<MetadataReference> References(string except) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is var name && name != except && name != Own)
            .Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>The generators of the framework, which complete partial methods of native calls, regular expressions and JSON.</summary>
    private static ISourceGenerator[] FrameworkGenerators()
    {
        var runtime = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var packs = Path.Combine(runtime.Parent!.Parent!.Parent!.FullName, "packs", "Microsoft.NETCore.App.Ref");
        var pack = Directory.EnumerateDirectories(packs, $"{Environment.Version.Major}.*").Order(StringComparer.Ordinal).Last();
        var folder = Path.Combine(pack, "analyzers", "dotnet", "cs");
        return
        [
            Generator("Microsoft.Interop.LibraryImportGenerator.dll", "Microsoft.Interop.LibraryImportGenerator"),
            Generator("System.Text.Json.SourceGeneration.dll", "System.Text.Json.SourceGeneration.JsonSourceGenerator"),
            Generator("System.Text.RegularExpressions.Generator.dll", "System.Text.RegularExpressions.Generator.RegexGenerator"),
        ];

        ISourceGenerator Generator(string file, string type)
        {
            var generator = Assembly.LoadFrom(Path.Combine(folder, file)).GetType(type, throwOnError: true)!;
            return ((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator();
        }
    }
}
