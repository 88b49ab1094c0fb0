using Repro.Generators.Yaml;

namespace Repro.Generators.Model.Values;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class Truth : ValueType<bool>
{
    public override string Expected => "true or false";

    public override Problem? Read(YamlNode node, out bool value)
    {
        var truth = (node as YamlScalar)?.Truth;
        value = truth ?? false;
        return truth is null ? WrongType(node) : null;
    }
}
