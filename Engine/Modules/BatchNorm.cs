using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalizes each channel: by the batch's mean and variance when training, by the running ones in evaluation.</summary>
public abstract class BatchNorm : nn.Module<Tensor, Tensor>
{
    private readonly int rank;
    private readonly double eps;
    private readonly double momentum;

    private protected BatchNorm(
        string name, int rank, long num_features, double eps, double momentum, bool affine, bool track_running_stats)
        : base(name)
    {
        this.rank = rank;
        this.eps = eps;
        this.momentum = momentum;
        if (affine)
        {
            weight = new Parameter(ones(num_features));
            bias = new Parameter(zeros(num_features));
        }

        if (track_running_stats)
        {
            running_mean = zeros(num_features);
            running_var = ones(num_features);
            num_batches_tracked = zeros([], ScalarType.Int64);
        }
    }

    /// <summary>The scale of each channel.</summary>
    public Parameter? weight
    {
        get;
        set => ConditionallyRegisterParameter(nameof(weight), field = value);
    }

    /// <summary>The shift of each channel.</summary>
    public Parameter? bias
    {
        get;
        set => ConditionallyRegisterParameter(nameof(bias), field = value);
    }

    /// <summary>The running mean of each channel.</summary>
    public Tensor? running_mean
    {
        get;
        set => ConditionallyRegisterBuffer(nameof(running_mean), field = value);
    }

    /// <summary>The running (unbiased) variance of each channel.</summary>
    public Tensor? running_var
    {
        get;
        set => ConditionallyRegisterBuffer(nameof(running_var), field = value);
    }

    /// <summary>How many batches the running values come from.</summary>
    public Tensor? num_batches_tracked
    {
        get;
        set => ConditionallyRegisterBuffer(nameof(num_batches_tracked), field = value);
    }

    /// <summary>Normalizes; the shape stays.</summary>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Sizes.Length != rank)
        {
            throw new ArgumentException($"{GetName()}: input has shape {Layout.Text(input.Sizes)}; {rank} axes are expected.");
        }

        if (training && num_batches_tracked is not null)
        {
            using var noGrad = no_grad();
            num_batches_tracked.fill_(num_batches_tracked.item<long>() + 1);
        }

        return nn.functional.batch_norm(
            input, running_mean, running_var, weight, bias, training || running_mean is null, momentum, eps);
    }
}
