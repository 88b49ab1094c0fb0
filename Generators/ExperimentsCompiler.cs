using Repro.Generators.Document;
using Repro.Generators.Resolution;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators;

/// <summary>The stages before code is written: text → nodes → document → architectures and experiments.</summary>
internal static class ExperimentsCompiler
{
    /// <summary>Compiles a file: everything right in it, and every mistake in the rest.</summary>
    /// <param name="main">The file.</param>
    /// <param name="others">The files that it can include.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static CompiledExperiments Compile(SourceFile main, IReadOnlyList<SourceFile> others, CancellationToken cancellation = default)
    {
        var diagnostics = new DiagnosticBag();
        if (Read(main, others, diagnostics, cancellation) is not { } document)
        {
            return new(default, default, diagnostics.InFileOrder());
        }

        var (architectures, experiments) = Resolver.Resolve(document, diagnostics, cancellation);
        Unused.Warn(document, diagnostics);
        return new(architectures, experiments, diagnostics.InFileOrder());
    }

    /// <summary>The document of a file and those that it includes; <c>null</c> when one of them cannot be read.</summary>
    private static DocumentEntries? Read(
        SourceFile main, IReadOnlyList<SourceFile> others, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var includes = new Includes(main, others, diagnostics, cancellation);
        var parts = includes.Read();
        foreach (var file in others.Where(file => file.IsMain && !includes.Holds(file)))
        {
            diagnostics.Report(Descriptors.SeveralFiles, Place.StartOf(file.Path), main.Path);
        }

        return parts is null ? null : DocumentEntries.Of(parts, diagnostics);
    }
}
