using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>A linear autoencoder of 8×8 colour images: batch norm, 192 → 4, 4 → 192.</summary>
internal sealed class TinyModel : nn.Module<Tensor, Tensor>
{
    private readonly BatchNorm2d norm = nn.BatchNorm2d(3);
    private readonly Linear encoder = nn.Linear(3 * 8 * 8, 4);
    private readonly Linear decoder = nn.Linear(4, 3 * 8 * 8);

    public TinyModel()
        : base("tiny") => RegisterComponents();

    public Tensor Encode(Tensor images) => encoder.call(norm.call(images).flatten(1));

    public Tensor Decode(Tensor latent) => decoder.call(latent).reshape(latent.shape[0], 3, 8, 8);

    public override Tensor forward(Tensor images) => Decode(Encode(images));
}
