namespace VerifyTests;

public partial class VerifySettings
{
    /// <summary>The folder of the snapshot; null stands for the folder of the test's source file.</summary>
    public string? Directory { get; private set; }

    internal SnapshotName Name { get; private set; } = new();

    internal bool RepeatedPrefixAllowed { get; private set; }

    /// <summary>Puts the snapshot into a folder, which is created when missing.</summary>
    /// <param name="directory">Absolute, or relative to the folder of the test's source file.</param>
    public void UseDirectory(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        Directory = directory;
    }

    /// <summary>Stands for class, method and parameters in the file name.</summary>
    /// <param name="fileName">Without extension.</param>
    public void UseFileName(string fileName) =>
        Name = (Name with { FileName = FileNames.CheckPart(fileName) }).Checked();

    /// <summary>Stands for the method in the file name.</summary>
    /// <param name="name">The name to use.</param>
    public void UseMethodName(string name) =>
        Name = (Name with { MethodName = FileNames.CheckPart(name) }).Checked();

    /// <summary>Stands for the class in the file name.</summary>
    /// <param name="name">The name to use.</param>
    public void UseTypeName(string name) =>
        Name = (Name with { TypeName = FileNames.CheckPart(name) }).Checked();

    /// <summary>Adds the arguments of a theory to the file name.</summary>
    /// <param name="parameters">At most as many as the method has parameters.</param>
    public void UseParameters(params object?[] parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfZero(parameters.Length, nameof(parameters));
        SetParameters(parameters);
    }

    /// <summary>Adds the argument of a theory to the file name.</summary>
    /// <param name="parameter">The first argument.</param>
    public void UseParameters<T>(T parameter) => SetParameters([parameter]);

    /// <summary>Adds the argument of a theory, an array, to the file name.</summary>
    /// <param name="parameters">The first argument.</param>
    public void UseParameters<T>(T[] parameters) => SetParameters([parameters]);

    /// <summary>Adds a text to the file name, after the method.</summary>
    /// <param name="parametersText">Without leading dot or underscore, and without slashes.</param>
    public void UseTextForParameters(string parametersText) =>
        Name = (Name with { ParametersText = FileNames.CheckPart(parametersText) }).Checked();

    /// <summary>Lets another verification write the same files.</summary>
    public void DisableRequireUniquePrefix() => RepeatedPrefixAllowed = true;

    private void SetParameters(IEnumerable<object?> parameters) =>
        Name = (Name with { Parameters = [.. parameters] }).Checked();
}
