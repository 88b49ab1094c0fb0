namespace VerifyTests;

/// <summary>What a verification says about the name of its snapshot; null keeps the default.</summary>
internal sealed record SnapshotName
{
    public string? FileName { get; init; }

    public string? TypeName { get; init; }

    public string? MethodName { get; init; }

    public IReadOnlyList<object?>? Parameters { get; init; }

    public string? ParametersText { get; init; }

    /// <exception cref="InvalidOperationException">Two of the choices exclude each other.</exception>
    public SnapshotName Checked()
    {
        if (FileName is not null && (Parameters ?? (object?)TypeName ?? MethodName ?? ParametersText) is not null)
        {
            throw new InvalidOperationException(
                "UseFileName names the whole file: it excludes UseTypeName, UseMethodName, UseParameters and UseTextForParameters.");
        }

        if (Parameters is not null && ParametersText is not null)
        {
            throw new InvalidOperationException("UseParameters and UseTextForParameters exclude each other.");
        }

        return this;
    }
}
