namespace VerifyTests;

/// <summary>The folder and the name of a snapshot; what is null keeps its default.</summary>
/// <param name="directory">Absolute, or relative to the folder of the test's source file.</param>
/// <param name="typeName">Stands for the class name.</param>
/// <param name="methodName">Stands for the method name.</param>
public readonly struct PathInfo(string? directory = null, string? typeName = null, string? methodName = null)
{
    /// <summary>Absolute, or relative to the folder of the test's source file.</summary>
    public string? Directory { get; } = directory;

    /// <summary>Stands for the class name.</summary>
    public string? TypeName { get; } = typeName;

    /// <summary>Stands for the method name.</summary>
    public string? MethodName { get; } = methodName;
}
