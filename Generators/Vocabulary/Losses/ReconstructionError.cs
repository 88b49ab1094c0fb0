namespace Repro.Generators.Vocabulary.Losses;

/// <summary>The error of reconstructions, as the file gives it: the whole loss, or a term of one.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Noun">What a description calls it.</param>
/// <param name="OfBatch">The method of <c>Losses</c> that gives it for a batch.</param>
/// <param name="OfImages">The method of <c>ImageErrors</c> that gives it for each image.</param>
/// <param name="Arguments">What both methods are given after the images, as C#.</param>
/// <param name="Settings">What the file says after its name, in one line.</param>
internal sealed record ReconstructionError(
    string Name, string Noun, string OfBatch, string OfImages, string Arguments = "", string Settings = "")
{
    /// <summary>Everything about it that can change a number, in one line.</summary>
    public string Spec => $"{Name}{Settings}";

    /// <summary>Whether reconstructions must have values from 0 to 1.</summary>
    public bool NeedsProbabilities => Name == ReconstructionErrors.BinaryCrossEntropy;
}
