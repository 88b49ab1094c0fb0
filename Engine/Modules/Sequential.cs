using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other, named by their positions.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> sequence = [];

    internal Sequential(IEnumerable<nn.IModule<Tensor, Tensor>> modules)
        : base(nameof(Sequential))
    {
        foreach (var module in modules)
        {
            append(module);
        }
    }

    /// <summary>The number of modules.</summary>
    public int Count => sequence.Count;

    /// <summary>Adds a module at the end.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module)
    {
        register_module(sequence.Count.ToString(CultureInfo.InvariantCulture), (nn.Module)module);
        sequence.Add(module);
        return this;
    }

    /// <summary>Applies the modules in order; what is between them is disposed.</summary>
    public override Tensor forward(Tensor input)
    {
        var result = input;
        foreach (var module in sequence)
        {
            var next = module.call(result);
            if (!ReferenceEquals(result, input) && !ReferenceEquals(result, next))
            {
                result.Dispose();
            }

            result = next;
        }

        return ReferenceEquals(result, input) ? input.alias() : result;
    }
}
