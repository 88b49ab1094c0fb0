using Repro.Generators.Common;
using Repro.Generators.Resolution;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>Writes the run class of an experiment.</summary>
internal static class ExperimentEmitter
{
    public static string Emit(Experiment experiment)
    {
        var writer = CodeWriter.ForFile();
        EmitDescription(writer, experiment);
        using (writer.Open($"public sealed partial class {experiment.Identifier} : {GlobalNames.Runtime}.ExperimentRun"))
        {
            EmitConstants(writer, experiment);
            SettingsEmitter.Emit(writer, experiment);
            writer.Line();
            EmitModelAndOptimizer(writer, experiment);
            writer.Line();
            EmitTraining(writer, experiment);
            EmitOverrides(writer, experiment);
        }

        return writer.ToString();
    }

    private static void EmitDescription(CodeWriter writer, Experiment experiment)
    {
        var images = experiment.Take switch
        {
            null => "all images",
            1 => "the first image",
            var take => Invariant($"the first {take} images"),
        };
        writer.Line("/// <summary>");
        writer.Comment($"The experiment <c>{experiment.Name}</c>: <see "
            + $"cref=\"{GlobalNames.Generated}.{experiment.Architecture.Identifier}\"/> trained on {images} of "
                + $"<c>{experiment.Data.Name}</c> with {experiment.Loss.Noun} as its loss.");
        var schedule = experiment.Schedule is null ? "" : $" on {experiment.Schedule.Noun}";
        var clipping = experiment.ClipGradients is { } norm ? $", gradients clipped to a norm of {norm.Short()}" : "";
        writer.Comment(Invariant($"{experiment.Optimizer.Noun}{schedule}{clipping}, batches of {experiment.Batch}, {experiment.Epochs} ")
            + Invariant($"epochs, seed {experiment.Seed}."));
        writer.Line("/// </summary>");
    }

    private static void EmitConstants(CodeWriter writer, Experiment experiment)
    {
        Constant("The experiment's name.", "string", "Name", Literal.Of(experiment.Name));
        Constant(
            "SHA-256 of everything in experiments.yaml that can change a number of this experiment.", "string", "SpecHash",
            Literal.Of(experiment.SpecHash));
        Constant(
            Invariant($"Seed of the default generator: <c>seed: {experiment.Seed}</c>."), "long", "Seed", Invariant($"{experiment.Seed}"));
        Constant(
            Invariant($"Passes over the data set: <c>epochs: {experiment.Epochs}</c>."), "int", "Epochs",
            Invariant($"{experiment.Epochs}"));
        Constant(
            Invariant($"Images in a step, at most: <c>batch: {experiment.Batch}</c>."), "int", "BatchSize",
            Invariant($"{experiment.Batch}"));
        Constant(
            $"Whether each epoch visits the images in a new order: <c>shuffle: {Literal.Of(experiment.Shuffle)}</c>.", "bool", "Shuffle",
            Literal.Of(experiment.Shuffle));
        foreach (var constant in experiment.Optimizer.Constants)
        {
            Constant(constant.Description, constant.Type, constant.Name, constant.Value);
        }

        foreach (var member in experiment.Loss.Members)
        {
            writer.Summary(member.Summary);
            writer.Line(member.Declaration);
            writer.Line();
        }

        void Constant(string summary, string type, string name, string value)
        {
            writer.Summary(summary);
            writer.Line($"public const {type} {name} = {value};");
            writer.Line();
        }
    }

    private static void EmitModelAndOptimizer(CodeWriter writer, Experiment experiment)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {GlobalNames.Generated}.{experiment.Architecture.Identifier} Model {{ get; }} = new();");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"[{GlobalNames.Runtime}.Yaml({Literal.Of(experiment.OptimizerPath)})]");
        writer.Line($"public override {GlobalNames.Optim}.Optimizer Optimizer {{ get; }}");
        writer.Line();
        writer.Summary("Builds the model, which draws its initial weights, and its optimizer.");
        using (writer.Open($"public {experiment.Identifier}()"))
        {
            writer.Line($"Optimizer = {experiment.Optimizer.Create("Model.parameters()")};");
            writer.Line("OnCreated();");
        }

        writer.Line();
        writer.Summary("Called when model and optimizer are built, for a part of this class in another file.");
        writer.Line("partial void OnCreated();");
    }

    private static void EmitTraining(CodeWriter writer, Experiment experiment)
    {
        if (experiment.ClipGradients is { } norm)
        {
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public override double? MaxGradientNorm => {norm.Canonical()};");
            writer.Line();
        }

        if (experiment.Schedule is not null)
        {
            ScheduleEmitter.Emit(writer, experiment.Schedule);
            writer.Line();
        }
    }

    private static void EmitOverrides(CodeWriter writer, Experiment experiment)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"[{GlobalNames.Runtime}.Yaml({Literal.Of(experiment.LossPath)})]");
        using (writer.Open($"public override {GlobalNames.Runtime}.LossTerms Loss({GlobalNames.Tensor} images)"))
        {
            var architecture = experiment.Architecture;
            writer.Lines(experiment.Loss.Statements(architecture.Kind, $"{GlobalNames.Generated}.{architecture.Identifier}"));
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {GlobalNames.Tensor} Encode({GlobalNames.Tensor} images) => "
            + $"Model.encode(images){(experiment.Architecture.IsVariational ? ".mu" : "")};");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {GlobalNames.Tensor} Decode({GlobalNames.Tensor} latent) => Model.decode(latent);");
        if (experiment.Architecture.PseudoInputs is not null)
        {
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line(
                $"public override {GlobalNames.Tensor} DrawPrior(int count, int latentDimension, {GlobalNames.Torch}.Generator "
                + "generator) => "
                + "Model.draw_prior(count, generator);");
        }
    }
}
