namespace Repro.Engine.Fingerprints.Training;

/// <summary>
/// Short trainings, each to one hash of its losses and its final state. Between steps they call what they are given.
/// </summary>
internal static class Trainings
{
    public static IReadOnlyList<(string Name, Func<Action, string> Run)> All { get; } =
    [
        ("training: variational autoencoder", VariationalAutoencoder.Run),
        ("training: residual network", ResidualNetwork.Run),
        ("training: perceptron with dropout", Perceptron.Run),
    ];
}
