using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Repro.Runtime.Files;

/// <summary>Settings for JSON that is read from files which may be damaged, or made by hand.</summary>
public static class StrictJson
{
    /// <summary>
    /// The settings, changed so that reading refuses with a <see cref="JsonException"/> what would fail later: a key that stands twice, a
    /// missing value, <c>null</c> where there is none, also in a list, and a number that is too large, such as <c>1e999</c>.
    /// </summary>
    public static JsonSerializerOptions Of(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(options)
        {
            AllowDuplicateProperties = false,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Check),
        };
    }

    private static void Check(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var namesInfinity = type.Options.NumberHandling.HasFlag(JsonNumberHandling.AllowNamedFloatingPointLiterals);
        var before = type.OnDeserialized;
        type.OnDeserialized = value =>
        {
            foreach (var property in type.Properties.Where(property => property.Get is not null))
            {
                Check(property.Name, property.Get!(value), namesInfinity);
            }

            before?.Invoke(value);
        };
    }

    private static void Check(string name, object? value, bool namesInfinity)
    {
        switch (value)
        {
            case double number when !namesInfinity && !double.IsFinite(number):
            case float single when !namesInfinity && !float.IsFinite(single):
                throw new JsonException($"'{name}' is too large a number.");
            case IDictionary entries:
                CheckItems(name, entries.Values, namesInfinity);
                break;
            case IEnumerable items and not string:
                CheckItems(name, items, namesInfinity);
                break;
        }
    }

    private static void CheckItems(string name, IEnumerable items, bool namesInfinity)
    {
        if (items is byte[])
        {
            return;
        }

        foreach (var item in items)
        {
            Check(name, item ?? throw new JsonException($"'{name}' has a null in its list."), namesInfinity);
        }
    }
}
