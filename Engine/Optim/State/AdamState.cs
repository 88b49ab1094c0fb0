using Repro.Engine.Optim.Options;
using Repro.Engine.Optim.Updates;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Optim.State;

/// <summary>What Adam and AdamW remember of one parameter.</summary>
internal sealed class AdamState : OptimizerState
{
    private readonly RunningPower beta1Power = new();
    private readonly RunningPower beta2Power = new();
    private readonly Slot mean;
    private readonly Slot square;
    private readonly Slot largest;
    private long step;

    public AdamState(Tensor parameter)
    {
        (mean, square, largest) = (new Slot(parameter), new Slot(parameter), new Slot(parameter));
        mean.Ensure();
        square.Ensure();
    }

    private protected override IReadOnlyList<Slot> Slots => [mean, square, largest];

    public void Step(string name, Tensor parameter, Tensor gradient, AdamOptions options, bool decoupled)
    {
        step++;
        var rule = new AdamRule(options, decoupled, beta1Power.Of(options.beta1!.Value, step), beta2Power.Of(options.beta2!.Value, step));
        Update.Run(name, parameter, gradient, rule, mean.Value, square.Value, options.amsgrad == true ? largest.Ensure() : null);
    }

    public override void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(step);
        mean.Write(writer);
        square.Write(writer);
        largest.WriteOptional(writer);
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        step = reader.ReadInt64();
        mean.Read(reader);
        square.Read(reader);
        largest.ReadOptional(reader);
    }

    public override void LoadStateDict(OptimizerState source)
    {
        base.LoadStateDict(source);
        step = ((AdamState)source).step;
    }
}
