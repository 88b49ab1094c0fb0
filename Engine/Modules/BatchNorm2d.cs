namespace TorchSharp.Modules;

/// <summary>Batch normalization of N × C × H × W, per channel.</summary>
public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats)
        : base(nameof(BatchNorm2d), 4, num_features, eps, momentum, affine, track_running_stats)
    {
    }
}
