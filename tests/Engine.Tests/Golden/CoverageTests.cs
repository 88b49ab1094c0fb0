using System.Reflection;
using Repro.Engine.Fingerprints.Operations;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Golden;

/// <summary>No public operation is without recorded bits.</summary>
public class CoverageTests
{
    /// <summary>Members that compute no numbers, or whose numbers are left open.</summary>
    private static readonly HashSet<string> WithoutBits = new(StringComparer.Ordinal)
    {
        // What a tensor is, and who owns it.
        "ToString", "Dispose", "dim", "numel", "size", "stride", "is_contiguous", "item", "data", "ToScalar", "op_Explicit",
        "MoveToOuterDisposeScope", "DetachFromDisposeScope", "NewDisposeScope", "device", "Equals", "GetHashCode", "allclose",

        // Recording; the gradients are in every operation's hash.
        "backward", "retain_grad", "requires_grad_", "with_requires_grad", "no_grad", "enable_grad", "set_grad_enabled", "inference_mode",
        "is_grad_enabled",
        "is_inference_mode_enabled",

        // The engine's settings.
        "manual_seed", "initial_seed", "seed", "get_rng_state", "set_rng_state", "get_default_dtype", "set_default_dtype",
        "get_num_threads", "set_num_threads", "get_num_interop_threads", "set_num_interop_threads",

        // Their elements are left as they were.
        "empty", "empty_like",

        // Not supported: there is one device, and files have TorchSharp's own format.
        "cuda", "load", "save",
    };

    public static TheoryData<Type, string> Types => new()
    {
        { typeof(Tensor), "" },
        { typeof(TorchSharp.torch), "" },
        { typeof(nn), "nn." },
        { typeof(nn.functional), "functional." },
        { typeof(nn.init), "init." },
        { typeof(nn.utils), "utils." },
        { typeof(optim), "optim." },
        { typeof(optim.lr_scheduler), "lr_scheduler." },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryPublicOperationHasAHash(Type type, string prefix)
    {
        var covered = Operation.All.Select(operation => operation.Member).ToHashSet(StringComparer.Ordinal);
        var missing = type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name.StartsWith("op_", StringComparison.Ordinal) || method.Name.EndsWith(
                "_Item", StringComparison.Ordinal) || !method.IsSpecialName)
            .Select(method => method.Name)
            .Distinct()
            .Where(name => !WithoutBits.Contains(name) && !covered.Contains(prefix + name))
            .Order(StringComparer.Ordinal);
        Assert.True(!missing.Any(), "Add to tests/Engine.Fingerprints/Operations, each with a line in hashes.txt: "
            + $"{string.Join(", ", missing.Select(name => prefix + name))}");
    }
}
