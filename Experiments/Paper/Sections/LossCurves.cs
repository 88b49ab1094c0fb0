namespace Repro.Experiments.Paper.Sections;

/// <summary>The loss, its terms, and the latent vectors.</summary>
internal static class LossCurves
{
    private static readonly string[] Experiments = [Vae1.Name, Vae14.Name, Vae70.Name, Ae70.Name];

    public static Section Write(PaperNumbers numbers, PaperSources sources)
    {
        var epochs = Vae70.Settings.Captures;
        var text = $"""
            The paper's equation 4: squared error of the reconstruction, summed over pixels, plus the Kullback-Leibler divergence of the latent distribution from the
            standard normal one; the negative evidence lower bound but for a constant. The AE has the first term alone. In training:

            {sources.Own("Loss of each experiment in training", PaperSources.LossesPath)}

            {sources.Own("Terms of the loss of the VAE in training", PaperSources.TermsPath)}

            In evaluation mode, which is how everything on this page but these curves is measured:

            {MarkdownTable.Write(
                ["", ">epoch", ">loss", ">squared error", ">divergence", ">reconstruction error", ">active units"],
                Experiments.SelectMany(experiment => epochs.Select(epoch => (IReadOnlyList<string>)
                [
                    experiment, $"{epoch}", Spread.Text(numbers.Loss(experiment, epoch, "loss")),
                    experiment == Ae70.Name ? "" : Spread.Text(numbers.Loss(experiment, epoch, "reconstruction")),
                    experiment == Ae70.Name ? "" : Spread.Text(numbers.Loss(experiment, epoch, "kl divergence")),
                    Spread.Text(Error(experiment, epoch)), Spread.Text(numbers.Of(experiment, epoch, metrics => metrics.ActiveUnits)),
                ])))}
            The squared error is of a noisy latent vector, the reconstruction error of its mean, in gray levels. A latent unit is active where its mean varies over the training
            images by more than 0.01; with one image there is nothing to vary over.
            """;
        return new("Loss (equation 4) and latent units", text,
        [
            new(
                "The loss of equation 4",
                $"the VAE's loss after epoch {epochs[1]} is lower than after {epochs[0]}, and lower again after {epochs[2]}", 
                Claim.All(
                    Claim.Less(numbers.Loss(Vae70.Name, epochs[1], "loss"), numbers.Loss(Vae70.Name, epochs[0], "loss")),
                    Claim.Less(numbers.Loss(Vae70.Name, epochs[2], "loss"), numbers.Loss(Vae70.Name, epochs[1], "loss")))),
            new(
                "", "the AE, which has no divergence to pay for, reconstructs better than the VAE",
                Claim.Less(Error(Ae70.Name, epochs[2]), Error(Vae70.Name, epochs[2]))),
        ]);

        IReadOnlyList<double> Error(string experiment, int epoch) => numbers.Of(experiment, epoch, metrics => metrics.ReconstructionError);
    }
}
