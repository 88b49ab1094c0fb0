namespace Repro.Generators.Vocabulary.Losses;

/// <summary>A reconstruction error of the file: the whole loss or a term of it.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Noun">Its name in descriptions.</param>
/// <param name="OfBatch">The method of <c>Losses</c> that computes it for a batch.</param>
/// <param name="OfImages">The method of <c>ImageErrors</c> that computes it for each image.</param>
/// <param name="Arguments">C# of further arguments of both methods.</param>
/// <param name="Settings">Its settings in one line.</param>
internal sealed record ReconstructionError(
    string Name, string Noun, string OfBatch, string OfImages, string Arguments = "", string Settings = "")
{
    /// <summary>Everything about it that can change a result, in one line.</summary>
    public string Spec => $"{Name}{Settings}";

    /// <summary>Whether reconstructions must have values from 0 to 1.</summary>
    public bool NeedsProbabilities => Name == ReconstructionErrors.BinaryCrossEntropy;
}
