using Repro.Generators.Common;

namespace Repro.Generators.Optimizers;

/// <summary>An optimizer as the file gives it. A new one is a record of its own and a line in <see cref="OptimizerCatalog"/>.</summary>
/// <param name="Name">Its name in the file.</param>
internal abstract record Optimizer(string Name)
{
    /// <summary>Its name in a description, with what matters most.</summary>
    public abstract string Noun { get; }

    /// <summary>Its numbers, which become constants of the run class.</summary>
    public abstract EquatableArray<OptimizerConstant> Constants { get; }

    /// <summary>C# that constructs it for parameters, from those constants.</summary>
    public abstract string Create(string parameters);

    /// <summary>Everything about it that can change a number, in one line.</summary>
    public string Spec => $"{Name} {string.Join(" ", Constants.Select(constant => $"{constant.Name}={constant.Value.Canonical()}"))}";
}

/// <summary>A number of an optimizer.</summary>
/// <param name="Name">The constant's name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Value">The number.</param>
internal sealed record OptimizerConstant(string Name, string Description, decimal Value);
