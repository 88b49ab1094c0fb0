namespace Repro.Runtime.Studies;

/// <summary>Experiments that are run with several seeds and measured together, and the files that a program writes about them.</summary>
public abstract class Study
{
    /// <summary>The name of its command and of its folder in the artifacts.</summary>
    public abstract string Name { get; }

    /// <summary>A sentence about what its command does.</summary>
    public abstract string Description { get; }

    /// <summary>The experiments; each must be locked.</summary>
    public abstract IReadOnlyList<Experiment> Experiments { get; }

    /// <summary>The seeds that each of them is run with.</summary>
    public abstract IReadOnlyList<long> Seeds { get; }

    /// <summary>The number of principal components of the baseline.</summary>
    public abstract int BaselineComponents { get; }

    /// <summary>
    /// The file of its committed results, in the form of <see cref="StudyResults.ToJson"/>. The path is relative to the folder of
    /// <c>experiments.yaml</c>; <c>null</c> when the results are not committed.
    /// </summary>
    public virtual string? CommittedResults => null;

    /// <summary>
    /// The page that shows the committed results, relative to the folder of <c>experiments.yaml</c>; <c>null</c> when there is none.
    /// </summary>
    public virtual string? CommittedPage => null;

    /// <summary>
    /// Writes the study's files. It is called with the results of all seeds, and only when the runs with locked seeds are as locked.
    /// </summary>
    /// <returns>The files that it wrote.</returns>
    public abstract IReadOnlyList<string> Write(StudyContext context, StudyResults results);
}
