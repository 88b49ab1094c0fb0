namespace Repro.Engine.Fingerprints.Training;

/// <summary>
/// Short trainings, each to one hash of its losses and its final state. Between steps they call what they are given.
/// </summary>
internal static class Trainings
{
    public static IReadOnlyList<(string Name, Func<Action, string> Run)> All { get; } =
    [
        ("training: variational autoencoder", VariationalAutoencoder.Run),
        ("training: residual network with batch norm", BatchNormNetwork.Run),
        ("training: residual network with group norm", GroupNormNetwork.Run),
        ("training: perceptron with dropout", Perceptron.Run),
        ("training: words to answers", WordNetwork.Run),
    ];
}
