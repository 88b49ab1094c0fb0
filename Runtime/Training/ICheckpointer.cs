namespace Repro.Runtime.Training;

/// <summary>Saves the state of a training between two steps, and restores it.</summary>
internal interface ICheckpointer
{
    /// <summary>Restores a saved state into a run that has not begun; <c>false</c> when there is none.</summary>
    /// <exception cref="ReproException">The saved state is of another program.</exception>
    bool Resume(TrainingState state);

    /// <summary>Saves the state if that is due. The trainer calls it before each step.</summary>
    /// <exception cref="ReproException">A file cannot be written.</exception>
    void StepBegins(TrainingState state);

    /// <summary>Saves the state of a training that is cancelled.</summary>
    /// <exception cref="ReproException">A file cannot be written.</exception>
    void Write(TrainingState state);
}
