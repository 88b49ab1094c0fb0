namespace Repro.Engine.Optim;

/// <summary>Adam's constants.</summary>
internal sealed record AdamSettings(double LearningRate, double Beta1, double Beta2, double Eps, double WeightDecay, bool Maximize);
