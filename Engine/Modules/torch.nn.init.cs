using Repro.Engine.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Which fan of a weight keeps its variance: forward or backward.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs': forward.</summary>
                FanIn = 0,

                /// <summary>The outputs': backward.</summary>
                FanOut = 1,
            }

            /// <summary>What follows a layer; it decides the gain.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,

                /// <summary>1-d convolution.</summary>
                Conv1D = 1,

                /// <summary>2-d convolution.</summary>
                Conv2D = 2,

                /// <summary>3-d convolution.</summary>
                Conv3D = 3,

                /// <summary>1-d transposed convolution.</summary>
                ConvTranspose1D = 4,

                /// <summary>2-d transposed convolution.</summary>
                ConvTranspose2D = 5,

                /// <summary>3-d transposed convolution.</summary>
                ConvTranspose3D = 6,

                /// <summary>Sigmoid.</summary>
                Sigmoid = 7,

                /// <summary>Tanh.</summary>
                Tanh = 8,

                /// <summary>ReLU.</summary>
                ReLU = 9,

                /// <summary>Leaky ReLU.</summary>
                LeakyReLU = 10,
            }

            /// <summary>Fills with ones.</summary>
            public static Tensor ones_(Tensor tensor) => Changed(tensor, x => x.fill_(1));

            /// <summary>Fills with zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => Changed(tensor, x => x.zero_());

            /// <summary>Fills with a value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Changed(tensor, x => x.fill_(val));

            /// <summary>Fills with uniform numbers in [low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Changed(tensor, x => x.uniform_(low, high, generator));

            /// <summary>Fills with normal numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Changed(tensor, x => x.normal_(mean, std, generator));

            /// <summary>Fills with uniform numbers in ±gain·√(3 / fan).</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                // In PyTorch's order of operations: the bound's last bit decides the weights' last bits.
                var bound = Math.Sqrt(3) * (Gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Fills with normal numbers of standard deviation gain / √fan.</summary>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, Gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));

            /// <summary>Fills with uniform numbers in ±gain·√(6 / (fan in + fan out)).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3) * XavierStd(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Fills with normal numbers of standard deviation gain·√(2 / (fan in + fan out)).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierStd(tensor, gain));

            private static double XavierStd(Tensor tensor, double gain) => gain * Math.Sqrt(2.0 / (Fans.In(tensor) + Fans.Out(tensor)));

            private static long Fan(Tensor tensor, FanInOut mode) => mode == FanInOut.FanIn ? Fans.In(tensor) : Fans.Out(tensor);

            private static double Gain(NonlinearityType nonlinearity, double slope) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (slope * slope))),
                _ => 1,
            };

            private static Tensor Changed(Tensor tensor, Action<Tensor> change)
            {
                using var noGrad = no_grad();
                change(tensor);
                return tensor;
            }
        }
    }
}
