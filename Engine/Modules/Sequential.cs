using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other, named by their positions unless names are given.</summary>
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

    internal Sequential(IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> modules)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
        {
            append(name, module);
        }
    }

    /// <summary>The number of modules.</summary>
    public int Count => sequence.Count;

    /// <summary>The module at a position.</summary>
    public nn.IModule<Tensor, Tensor> this[int index] => sequence[index];

    /// <summary>The modules of a range, as a sequence of their own, named by their positions in it.</summary>
    public Sequential this[Range index] => new(sequence[index]);

    /// <summary>The modules from a position to before another, as a sequence of their own; null for either end.</summary>
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? sequence.Count)];

    /// <summary>Adds a module at the end, named by its position.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module) => append(sequence.Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Adds a module at the end.</summary>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
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
