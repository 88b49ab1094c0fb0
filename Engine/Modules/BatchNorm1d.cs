namespace TorchSharp.Modules;

/// <summary>Batch normalization of N × C, per channel.</summary>
public sealed class BatchNorm1d : BatchNorm
{
    internal BatchNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats)
        : base(nameof(BatchNorm1d), 2, num_features, eps, momentum, affine, track_running_stats)
    {
    }
}
