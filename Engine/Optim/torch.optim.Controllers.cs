namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What a learning rate schedule changes of a parameter group.</summary>
        public interface ILearningRateController
        {
            /// <summary>The rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The rate that the group began with.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>A parameter group whose momentum a schedule can change.</summary>
        public interface IMomentum
        {
            /// <summary>The factor of the running sum of gradients.</summary>
            double Momentum { get; set; }
        }

        /// <summary>A parameter group whose betas a schedule can change.</summary>
        public interface IBetas
        {
            /// <summary>The factors of the running means of the gradient and of its square.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
