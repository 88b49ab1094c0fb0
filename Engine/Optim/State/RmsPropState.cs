using Repro.Engine.Optim.Updates;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Optim.State;

/// <summary>What RMSProp remembers of one parameter.</summary>
internal sealed class RmsPropState : OptimizerState
{
    private readonly Slot square;
    private readonly Slot momentum;
    private readonly Slot mean;
    private long step;

    public RmsPropState(Tensor parameter)
    {
        (square, momentum, mean) = (new Slot(parameter), new Slot(parameter), new Slot(parameter));
        square.Ensure();
    }

    private protected override IReadOnlyList<Slot> Slots => [square, momentum, mean];

    public void Step(string name, Tensor parameter, Tensor gradient, RMSProp.Options options)
    {
        step++;
        Update.Run(
            name,
            parameter,
            gradient,
            new RmsPropRule(options),
            square.Value,
            options.momentum != 0 ? momentum.Ensure() : null,
            options.centered == true ? mean.Ensure() : null);
    }

    public override void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(step);
        square.Write(writer);
        momentum.WriteOptional(writer);
        mean.WriteOptional(writer);
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        step = reader.ReadInt64();
        square.Read(reader);
        momentum.ReadOptional(reader);
        mean.ReadOptional(reader);
    }

    public override void LoadStateDict(OptimizerState source)
    {
        base.LoadStateDict(source);
        step = ((RmsPropState)source).step;
    }
}
