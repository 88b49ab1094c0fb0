using System.Text.RegularExpressions;

namespace Repro.Compat.Tests.Contracts;

/// <summary>The members that the contract of TorchSharp states in its comments for whole families.</summary>
internal static partial class TorchSharpRules
{
    public static void Apply(Contract contract)
    {
        ConvolutionsOfPairs(contract.Type("TorchSharp.torch.nn"));
        ArraysOfThreeAndFourDimensions(contract.Type("TorchSharp.torch"));
        TensorIndexers(contract.Type("TorchSharp.torch.Tensor"));
        ModuleProperties(contract);
        LossConstructors(contract);
        Optimizers(contract);
    }

    // "both also: (long, long) kernel_size, (long, long)? stride/padding/.. = null"
    private static void ConvolutionsOfPairs(ContractType nn) => Derive(
        nn,
        member => Convolution().IsMatch(member),
        member => [Extent().Replace(member.Replace("long kernel_size", "(long, long) kernel_size"), "(long, long)? $1 = null")]);

    // "tensor(..[,] rawArray): also [,,] and [,,,]"
    private static void ArraysOfThreeAndFourDimensions(ContractType torch) => Derive(
        torch,
        member => member.Contains("[,] rawArray", StringComparison.Ordinal),
        member => [member.Replace("[,]", "[,,]"), member.Replace("[,]", "[,,,]")]);

    // "T this[long i1]: long overloads up to i6"
    private static void TensorIndexers(ContractType tensor) => Derive(
        tensor,
        member => member.Contains("[long i1]", StringComparison.Ordinal),
        member => Enumerable.Range(2, 5).Select(count => member.Replace(
            "[long i1]", $"[{string.Join(", ", Enumerable.Range(1, count).Select(i => $"long i{i}"))}]")));

    // "P weight, P? bias {get;set;} on Linear/Conv*/*Norm; BatchNorm: T? running_mean, running_var, num_batches_tracked"
    private static void ModuleProperties(Contract contract)
    {
        foreach (var module in Modules(contract).Where(module => Weighted().IsMatch(module.Key)))
        {
            Properties(module, "Parameter", "weight", "bias");
            if (module.Key.Contains("BatchNorm", StringComparison.Ordinal))
            {
                Properties(module, "Tensor", "running_mean", "running_var", "num_batches_tracked");
            }
        }
    }

    // "Losses: Module<T, T, T>, public ctors"
    private static void LossConstructors(Contract contract)
    {
        foreach (var (name, parameters) in Factories(contract.Type("TorchSharp.torch.nn")))
        {
            if (name.EndsWith("Loss", StringComparison.Ordinal))
            {
                contract.Type($"TorchSharp.Modules.{name}").Members.Add($"new({parameters})");
            }
        }
    }

    // "first parameter also IE<(string name, P parameter)> or IE<X.ParamGroup>";
    // "Class ctors: SGD's rate is `lr`, RMSProp lr = 0.001"
    private static void Optimizers(Contract contract)
    {
        var optim = contract.Type("TorchSharp.torch.optim");
        foreach (var (name, parameters) in Factories(optim).ToList())
        {
            var own = parameters.Replace("learningRate", "lr");
            own = name == "RMSProp" ? own.Replace("lr = 0.01", "lr = 0.001") : own;
            var type = contract.Type($"TorchSharp.Modules.{name}");
            type.Members.Add($"new({own})");
            type.Members.Add($"new({own.Replace("IEnumerable<Parameter>", "IEnumerable<ParamGroup>")})");
            foreach (var element in new[] { "(string name, Parameter parameter)", "ParamGroup" })
            {
                optim.Members.Add($"static {name} {name}({parameters.Replace("IEnumerable<Parameter>", $"IEnumerable<{element}>")})");
            }

            contract.Type($"{type.Key}.ParamGroup").Members.Add("new(IEnumerable<Parameter> parameters, Options options)");
            contract.Type($"{type.Key}.Options");
        }
    }

    private static IEnumerable<ContractType> Modules(Contract contract) =>
        contract.Types.Values.Where(type => type.Key.StartsWith("TorchSharp.Modules.", StringComparison.Ordinal));

    private static IEnumerable<(string Name, string Parameters)> Factories(ContractType type) => type.Members
        .Select(member => Factory().Match(member))
        .Where(match => match.Success)
        .Select(match => (match.Groups["name"].Value, match.Groups["parameters"].Value));

    private static void Properties(ContractType type, string propertyType, params string[] names)
    {
        foreach (var name in names)
        {
            type.Members.UnionWith([$"get {propertyType} {name}", $"set {propertyType} {name}"]);
        }
    }

    private static void Derive(ContractType type, Func<string, bool> from, Func<string, IEnumerable<string>> derived) =>
        type.Members.UnionWith(type.Members.Where(from).SelectMany(derived).ToList());

    [GeneratedRegex(@"^static Conv(Transpose)?2d ")]
    private static partial Regex Convolution();

    [GeneratedRegex(@"long (stride|padding|output_padding|dilation) = -?\d+")]
    private static partial Regex Extent();

    [GeneratedRegex(@"\.(Linear|Conv\w+|\w+Norm(\dd)?)$")]
    private static partial Regex Weighted();

    [GeneratedRegex(@"^static (?<name>\w+) \k<name>\((?<parameters>.*)\)$")]
    private static partial Regex Factory();
}
