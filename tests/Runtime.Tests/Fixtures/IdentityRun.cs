using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>A run whose latent vectors are the images themselves, so the data decide what a capture shows.</summary>
internal sealed class IdentityRun : ExperimentRun
{
    private readonly TinyModel model = new();

    public IdentityRun() => Optimizer = optim.Adam(model.parameters(), 1e-2);

    public override nn.Module Model => model;

    public override optim.Optimizer Optimizer { get; }

    /// <summary>Whether decoding fails.</summary>
    public bool Broken { get; init; }

    public override LossTerms Loss(Tensor images) => throw new NotSupportedException();

    public override Tensor Encode(Tensor images) => images.flatten(1);

    public override Tensor Decode(Tensor latent) =>
        Broken ? throw new InvalidOperationException("broken") : latent.reshape(latent.shape[0], 3, 8, 8);
}
