namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    /// <summary>The settings of each group and what is remembered of each parameter: not a copy, they change with the optimizer.</summary>
    public virtual StateDictionary state_dict() => new(groups.Select(group => group.Options!), parameters().Select(StateOf));

    /// <summary>
    /// Copies the state of an optimizer of the same kind, with as many groups and parameters of the same shapes, in order.
    /// </summary>
    /// <exception cref="ArgumentException">It does not fit; nothing has been changed then.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        var own = this.state_dict();
        RequireCount("parameter groups", own.Options.Count, state_dict.Options.Count);
        RequireCount("parameters", own.State.Count, state_dict.State.Count);
        foreach (var (target, source) in own.Options.Zip(state_dict.Options))
        {
            target.RequireFit(source);
            source.Check(Name);
        }

        foreach (var (target, source) in own.State.Zip(state_dict.State))
        {
            target.RequireFit(source);
        }

        foreach (var (target, source) in own.Options.Zip(state_dict.Options))
        {
            target.LoadStateDict(source);
        }

        foreach (var (target, source) in own.State.Zip(state_dict.State).Where(pair => pair.First != pair.Second))
        {
            target.LoadStateDict(source);
        }
    }

    /// <summary>Writes the state to a file, which is replaced only by a whole one.</summary>
    public void save_state_dict(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        var unfinished = location + ".unfinished";
        using (var writer = new BinaryWriter(File.Create(unfinished)))
        {
            save_state_dict(writer);
        }

        File.Move(unfinished, location, overwrite: true);
    }

    /// <summary>Writes the state in TorchSharp's binary form.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var state = state_dict();
        writer.Write(Name);
        writer.Write7BitEncodedInt64(state.Options.Count);
        writer.Write7BitEncodedInt64(state.State.Count);
        state.Options.ForEach(options => options.SaveStateDict(writer));
        state.State.ForEach(each => each.SaveStateDict(writer));
    }

    /// <summary>Reads the state from a file.</summary>
    /// <exception cref="InvalidDataException">It is that of another optimizer, or not whole; nothing has been changed then.</exception>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        try
        {
            load_state_dict(reader);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{location}: {e.Message}", e);
        }
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">
    /// It is the state of another optimizer, or not whole; nothing has been changed then.
    /// </exception>
    /// <exception cref="ArgumentException">It has other numbers of groups or parameters.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var read = new StateDictionary([], []);
        try
        {
            Read(reader, read);
            load_state_dict(read);
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            throw new InvalidDataException($"{Name}: the optimizer state cannot be read, ends too early or is damaged.", e);
        }
        finally
        {
            read.State.ForEach(state => state.Release());
        }
    }

    private void Read(BinaryReader reader, StateDictionary read)
    {
        var name = reader.ReadString();
        if (name != Name)
        {
            throw new InvalidDataException($"The state of optimizer '{name}' cannot be loaded into {Name}.");
        }

        RequireCount("parameter groups", groups.Count, reader.Read7BitEncodedInt64());
        RequireCount("parameters", states.Count, reader.Read7BitEncodedInt64());
        foreach (var _ in groups)
        {
            var options = NewOptions();
            options.Complete(defaults);
            options.LoadStateDict(reader);
            read.Options.Add(options);
        }

        foreach (var parameter in parameters())
        {
            var state = NewState(parameter);
            read.State.Add(state);
            state.LoadStateDict(reader);
        }
    }

    private void RequireCount(string things, long own, long given)
    {
        if (own != given)
        {
            throw new ArgumentException($"{Name}: a state of {given} {things} does not fit an optimizer of {own}.");
        }
    }
}
