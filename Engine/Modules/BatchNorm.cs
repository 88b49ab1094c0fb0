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
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
        }

        if (track_running_stats)
        {
            running_mean = zeros(num_features);
            running_var = ones(num_features);
            num_batches_tracked = zeros([], ScalarType.Int64);
            register_buffer(nameof(running_mean), running_mean);
            register_buffer(nameof(running_var), running_var);
            register_buffer(nameof(num_batches_tracked), num_batches_tracked);
        }
    }

    /// <summary>The scale of each channel.</summary>
    public Parameter? weight { get; set; }

    /// <summary>The shift of each channel.</summary>
    public Parameter? bias { get; set; }

    /// <summary>The running mean of each channel.</summary>
    public Tensor? running_mean { get; set; }

    /// <summary>The running (unbiased) variance of each channel.</summary>
    public Tensor? running_var { get; set; }

    /// <summary>How many batches the running values come from.</summary>
    public Tensor? num_batches_tracked { get; set; }

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
