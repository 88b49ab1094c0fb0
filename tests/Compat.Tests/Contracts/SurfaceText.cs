using System.Reflection;
using System.Text;

namespace Repro.Compat.Tests.Contracts;

/// <summary>The public surface of an assembly as text: a line for each type, and below it one for each of its members.</summary>
internal static class SurfaceText
{
    public static string Write(Assembly assembly, string command)
    {
        var text = new StringBuilder($"# {assembly.GetName().Name} {assembly.GetName().Version?.ToString(3)}, written by: {command}\n");
        foreach (var type in assembly.GetExportedTypes().OrderBy(ReflectedType.Key, StringComparer.Ordinal))
        {
            text.Append($"{ReflectedType.Key(type)}: {Surface.Heading(type)}\n");
            foreach (var member in Surface.Of(type).Order(StringComparer.Ordinal))
            {
                text.Append($"  {member}\n");
            }
        }

        return text.ToString();
    }
}
