namespace Repro.Runtime.Runs;

/// <summary>How far a run is.</summary>
public enum RunState
{
    /// <summary>A process is training it.</summary>
    Running,

    /// <summary>It is not finished, and no process has its lock.</summary>
    Stopped,

    /// <summary>All its files are written.</summary>
    Finished,
}
