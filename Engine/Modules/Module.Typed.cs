namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that maps one value to another.</summary>
        public interface IModule<T, TResult>
        {
            /// <summary>Applies the module.</summary>
            TResult call(T input1);
        }

        /// <summary>A module that maps one value to another.</summary>
        public abstract class Module<T, TResult> : Module, IModule<T, TResult>
        {
            /// <summary>A module with a name of its own, usually its class's.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes.</summary>
            public abstract TResult forward(T input);

            /// <summary>Applies the module.</summary>
            public TResult call(T input) => forward(input);
        }

        /// <summary>A module that maps two values to another.</summary>
        public abstract class Module<T1, T2, TResult> : Module
        {
            /// <summary>A module with a name of its own, usually its class's.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Applies the module.</summary>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }
    }
}
