using Repro.Engine.Optim.Updates;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Optim.State;

/// <summary>What gradient descent remembers of one parameter: its momentum.</summary>
internal sealed class SgdState(Tensor parameter) : OptimizerState
{
    private readonly long[] sizes = parameter.shape;
    private readonly Slot momentum = new(parameter);

    private protected override IReadOnlyList<Slot> Slots => [momentum];

    public void Step(string name, Tensor target, Tensor gradient, SGD.Options options)
    {
        var rule = new SgdRule(options, isFirst: momentum.Value is null);
        Update.Run(name, target, gradient, rule, options.momentum != 0 ? momentum.Ensure() : null);
    }

    public override void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(momentum.Value is not null);
        if (momentum.Value is not null)
        {
            writer.Write(sizes.Length);
            foreach (var size in sizes)
            {
                writer.Write(size);
            }

            momentum.Write(writer);
        }
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        momentum.Clear();
        if (reader.ReadBoolean())
        {
            // The shape stands here and once more in the tensor, where it is checked.
            for (var axes = reader.ReadInt32(); axes > 0; axes--)
            {
                reader.ReadInt64();
            }

            momentum.Read(reader);
        }
    }
}
