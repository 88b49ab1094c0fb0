using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Repro.Generators.Tests.Fuzz;

/// <summary>A file of bytes, decoded as the compiler decodes it.</summary>
internal sealed class BytesFile(byte[] bytes) : AdditionalText
{
    public override string Path => Generation.Path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) =>
        SourceText.From(new MemoryStream(bytes), Encoding.UTF8);
}
