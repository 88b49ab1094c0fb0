namespace Repro.Runtime.Studies;

/// <summary>Experiments that are run with several seeds and measured together, and what a program makes of the numbers.</summary>
public abstract class Study
{
    /// <summary>The name of its command and of its folder in the artifacts.</summary>
    public abstract string Name { get; }

    /// <summary>What its command does, in a sentence.</summary>
    public abstract string Description { get; }

    /// <summary>The experiments; each must be locked.</summary>
    public abstract IReadOnlyList<Experiment> Experiments { get; }

    /// <summary>The seeds that each of them is run with.</summary>
    public abstract IReadOnlyList<long> Seeds { get; }

    /// <summary>How many principal components the baseline has.</summary>
    public abstract int BaselineComponents { get; }

    /// <summary>
    /// Where, relative to the folder of <c>experiments.yaml</c>, its results are committed, as <see cref="StudyResults.ToJson"/> writes them; <c>null</c> where they are not.
    /// </summary>
    public virtual string? CommittedResults => null;

    /// <summary>The page that shows them, relative to the folder of <c>experiments.yaml</c>; <c>null</c> where there is none.</summary>
    public virtual string? CommittedPage => null;

    /// <summary>Makes what is to be made of the results of all seeds, after all runs are measured and those of the locked seeds are as locked.</summary>
    /// <returns>The files that it wrote.</returns>
    public abstract IReadOnlyList<string> Write(StudyContext context, StudyResults results);
}
