using System.Collections;
using System.Text;
using Repro.Generators.Common;

namespace Repro.Generators.Language.Schema;

/// <summary>Writes JSON, indented, with the same line ends on every machine.</summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder text = new();

    public static string Write(JsonObject json)
    {
        var writer = new JsonWriter();
        writer.Value(json, depth: 0);
        return writer.text.Append('\n').ToString();
    }

    private void Value(object value, int depth)
    {
        switch (value)
        {
            case string words:
                Words(words);
                break;
            case RawJson raw:
                text.Append(raw.Text);
                break;
            case bool truth:
                text.Append(truth ? "true" : "false");
                break;
            case decimal number:
                text.Append(number.Short());
                break;
            case long number:
                text.Append(Invariant($"{number}"));
                break;
            case JsonObject json:
                Group('{', '}', json.Select(property => (Action)(() => Property(property, depth + 1))), depth);
                break;
            case IEnumerable items:
                Group('[', ']', items.Cast<object>().Select(item => (Action)(() => Value(item, depth + 1))), depth);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is not a value of JSON", nameof(value));
        }
    }

    private void Property(KeyValuePair<string, object> property, int depth)
    {
        Words(property.Key);
        text.Append(": ");
        Value(property.Value, depth);
    }

    private void Group(char open, char close, IEnumerable<Action> members, int depth)
    {
        text.Append(open);
        var isEmpty = true;
        foreach (var member in members)
        {
            text.Append(isEmpty ? "" : ",").Append('\n').Append(' ', (depth + 1) * 2);
            member();
            isEmpty = false;
        }

        if (!isEmpty)
        {
            text.Append('\n').Append(' ', depth * 2);
        }

        text.Append(close);
    }

    private void Words(string words)
    {
        text.Append('"');
        foreach (var c in words)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }
}
