using Repro.Engine.Threading;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads operations use.</summary>
    public static int get_num_threads() => ThreadTeam.Size;

    /// <summary>Sets how many threads operations use; results do not depend on it.</summary>
    public static void set_num_threads(int num) => ThreadTeam.Resize(num);

    /// <summary>Always 1: operations follow one another, and only the work of one is shared among threads.</summary>
    public static int get_num_interop_threads() => 1;

    /// <summary>Has no effect: operations follow one another, whatever the number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public static void set_num_interop_threads(int num) => ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
}
