using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The absolute differences, their mean or their sum.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                ElementLoss.Absolute(input, target, reduction);

            /// <summary>½·d² of differences d below delta, delta·(|d| − ½·delta) beyond.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                ElementLoss.Huber(input, target, delta, reduction);

            /// <summary>½·d² / beta of differences d below beta, |d| − ½·beta beyond.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                ElementLoss.SmoothAbsolute(input, target, beta, reduction);

            /// <summary>The cross entropy of probabilities and targets between 0 and 1; logarithms are cut off at −100.</summary>
            public static Tensor binary_cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                ElementLoss.BinaryCrossEntropy(input, target, weight, reduction);

            /// <summary>The cross entropy of logits and targets between 0 and 1.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                ElementLoss.BinaryCrossEntropyWithLogits(input, target, weight, reduction, pos_weights);

            /// <summary>
            /// The cross entropy of logits (N × C × …) and classes (Int64, N × …) or probabilities (N × C × …). The mean over classes
            /// divides by the weights of the targets, that over probabilities by their number.
            /// </summary>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean,
                double label_smoothing = 0) =>
                CrossEntropy.Apply(input, target, weight, ignore_index, reduction, label_smoothing);

            /// <summary>target·(ln target − input), of log-probabilities as input; the mean is over all elements.</summary>
            /// <param name="input">Log-probabilities.</param>
            /// <param name="target">Probabilities, or their logarithms if <paramref name="log_target"/>.</param>
            /// <param name="log_target">Whether the target is logarithms: true unless given, other than in PyTorch.</param>
            /// <param name="reduction">What becomes of the elements.</param>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                ElementLoss.Divergence(input, target, log_target, reduction);
        }
    }
}
