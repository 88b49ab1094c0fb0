using System.Collections;
using System.Globalization;
using System.Reflection;

namespace VerifyTests;

/// <summary>The arguments of a theory as they stand in a file name: <c>_name=value</c> each.</summary>
internal static class ParameterText
{
    public static string Of(MethodInfo method, SnapshotName name)
    {
        if (name.ParametersText is { } text)
        {
            return $"_{text}";
        }

        if (name.Parameters is not { } values)
        {
            return "";
        }

        var parameters = method.GetParameters();
        return values.Count <= parameters.Length
            ? string.Concat(values.Select((value, i) => $"_{parameters[i].Name}={ValueOf(value)}"))
            : throw new InvalidOperationException(
                $"UseParameters got {values.Count} values; {method.Name} has {parameters.Length} parameters.");
    }

    private static string ValueOf(object? value) => value switch
    {
        null => "null",
        string text => FileNames.Clean(text),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => throw new NotSupportedException(
            $"UseParameters takes no {value.GetType().Name} here: pass it as text."),
        IFormattable number => FileNames.Clean(number.ToString(null, CultureInfo.InvariantCulture)),
        IEnumerable items => ItemsOf(items),
        _ => FileNames.Clean(value.ToString() ?? "null"),
    };

    private static string ItemsOf(IEnumerable items)
    {
        var values = items.Cast<object?>()
            .Select(item => item is IEnumerable and not string ? $"[{ValueOf(item)}]" : ValueOf(item))
            .ToList();
        return values.Count == 0 ? "[]" : string.Join(',', values);
    }
}
