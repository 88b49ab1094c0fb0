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

        /// <summary>A module that maps two values to another.</summary>
        public interface IModule<T1, T2, TResult>
        {
            /// <summary>Applies the module.</summary>
            TResult call(T1 input1, T2 input2);
        }

        /// <summary>A module that maps one value to another.</summary>
        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T?>, Func<Module<T, TResult>, T, TResult, TResult?>>, IModule<T, TResult>
        {
            /// <summary>A module of the given name, usually the name of its class.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes.</summary>
            public abstract TResult forward(T input);

            /// <summary>Applies the module, and calls its hooks before and after.</summary>
            public TResult call(T input)
            {
                Call(BeforeInput);
                foreach (var hook in OnInput.Now)
                {
                    input = hook(this, input) ?? input;
                }

                var result = forward(input);
                foreach (var hook in OnResult.Now)
                {
                    result = hook(this, input, result) ?? result;
                }

                Call(AfterResult);
                return result;
            }
        }

        /// <summary>A module that maps two values to another.</summary>
        public abstract class Module<T1, T2, TResult>
            : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult?>>,
            IModule<T1, T2, TResult>
        {
            /// <summary>A module of the given name, usually the name of its class.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Applies the module, and calls its hooks before and after.</summary>
            public TResult call(T1 input1, T2 input2)
            {
                Call(BeforeInput);
                foreach (var hook in OnInput.Now)
                {
                    (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                }

                var result = forward(input1, input2);
                foreach (var hook in OnResult.Now)
                {
                    result = hook(this, input1, input2, result) ?? result;
                }

                Call(AfterResult);
                return result;
            }
        }
    }
}
