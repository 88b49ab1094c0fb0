namespace Repro.Compat.Tests.Contracts;

/// <summary>How members are written so that those of a contract and those of an assembly can be compared as text.</summary>
internal static class Signature
{
    public static string Method(string modifiers, string returns, string name, int generics, IEnumerable<string> parameters) =>
        $"{modifiers}{returns} {name}{(generics > 0 ? $"``{generics}" : "")}({string.Join(", ", parameters)})";

    public static string Constructor(string modifiers, IEnumerable<string> parameters) =>
        $"{modifiers}new({string.Join(", ", parameters)})";

    public static string Conversion(string kind, string returns, IEnumerable<string> parameters) =>
        $"static {kind} operator {returns}({string.Join(", ", parameters)})";

    public static string Accessor(string modifiers, string accessor, string type, string name, IEnumerable<string> indices)
    {
        var index = string.Join(", ", indices);
        return $"{modifiers}{accessor} {type} {name}{(index.Length > 0 ? $"[{index}]" : "")}";
    }

    public static string Field(string modifiers, string type, string name) => $"{modifiers}field {type} {name}";

    public static string EnumValue(string name, string value) => $"{name}={value}";

    public static string Parameter(string modifiers, string type, string? name, string? defaultValue) =>
        $"{modifiers}{type} {name}{(defaultValue is null ? "" : $" = {defaultValue}")}";

    /// <summary>The member as if it could not be overridden.</summary>
    public static string WithoutVirtual(string member) => member.Replace("virtual ", "");

    /// <summary>
    /// The member without what contracts do not say: whether it can be overridden, and what its generic parameters have to be.
    /// </summary>
    public static string Plain(string member) => WithoutVirtual(member).Split(" where ")[0];

    /// <summary>A number as every type of number writes it.</summary>
    public static string Number(string text) =>
        double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            .ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
