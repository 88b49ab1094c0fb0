namespace Repro.Generators.Vocabulary.Schedules;

/// <summary>When a schedule advances.</summary>
internal enum Clock
{
    /// <summary>After each epoch.</summary>
    Epoch,

    /// <summary>After each step.</summary>
    Step,

    /// <summary>After each epoch, by its loss.</summary>
    Loss,
}
