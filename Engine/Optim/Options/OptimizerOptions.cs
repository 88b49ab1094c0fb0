namespace TorchSharp.Modules;

/// <summary>The settings of a parameter group.</summary>
public abstract class OptimizerOptions
{
    private protected OptimizerOptions()
    {
    }

    /// <summary>The learning rate; null takes the optimizer's.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate that the group began with.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>The other settings, numbers and flags, in the order of TorchSharp's binary form.</summary>
    private protected abstract object?[] Values { get; set; }

    /// <summary>Writes the settings in TorchSharp's binary form.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
        foreach (var value in Values)
        {
            if (value is bool flag)
            {
                writer.Write(flag);
            }
            else
            {
                writer.Write((double)value!);
            }
        }
    }

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote of settings of the same kind.</summary>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        Values = [.. Values.Select(value => value is bool ? reader.ReadBoolean() : (object)reader.ReadDouble())];
    }

    /// <summary>Copies settings of the same kind.</summary>
    /// <exception cref="ArgumentException">They are those of another optimizer.</exception>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        RequireFit(source);
        (InitialLearningRate, LearningRate, Values) = (source.InitialLearningRate, source.LearningRate, source.Values);
    }

    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    internal virtual void Check(string optimizer) =>
        Repro.Engine.Optim.Options.Setting.NotNegative(optimizer, "the learning rate", LearningRate);

    internal void RequireFit(OptimizerOptions source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.GetType() != GetType())
        {
            throw new ArgumentException($"Options of {source.GetType().DeclaringType!.Name} do not fit {GetType().DeclaringType!.Name}.");
        }
    }

    /// <summary>Takes what is not set from the optimizer's settings.</summary>
    internal void Complete(OptimizerOptions defaults)
    {
        RequireFit(defaults);
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate = LearningRate!.Value;
        Values = [.. Values.Zip(defaults.Values, (own, other) => own ?? other)];
    }
}
