using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>One operation on fixed inputs.</summary>
/// <param name="Name">The public member, and after a space which use of it.</param>
/// <param name="Results">Computes the results, and the gradients where it has them.</param>
internal sealed record Operation(string Name, Func<IEnumerable<Tensor>> Results)
{
    /// <summary>Every public operation, in the order of the table.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        .. ArithmeticOperations.All, .. FunctionOperations.All, .. Binary64Operations.All, .. ComparisonOperations.All,
        .. ReductionOperations.All,
        .. LossOperations.All, .. ProductOperations.All, .. LayerOperations.All, .. ShapeOperations.All, .. CreationOperations.All,
        .. OptimizerOperations.All,
    ];

    /// <summary>The public member that is computed.</summary>
    public string Member => Name.Split(' ')[0];

    /// <summary>The hash of the results, of the same random numbers in every call.</summary>
    public string Hash()
    {
        manual_seed(7);
        using var scope = NewDisposeScope();
        using var hash = new BitHash();
        foreach (var result in Results())
        {
            hash.Add(result);
        }

        return hash.ToString();
    }
}
