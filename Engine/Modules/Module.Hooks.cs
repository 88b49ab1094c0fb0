using Repro.Engine.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A module whose <c>call</c> calls functions before and after, in the order they were registered; <c>forward</c> alone does not.
        /// </summary>
        /// <typeparam name="TPreHook">What sees, and may replace, the input.</typeparam>
        /// <typeparam name="TPostHook">What sees input and result, and may replace the result.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            /// <summary>A module of the given name, usually the name of its class.</summary>
            protected HookableModule(string name)
                : base(name)
            {
            }

            private protected Hooks<Action<Module>> BeforeInput { get; } = new();

            private protected Hooks<TPreHook> OnInput { get; } = new();

            private protected Hooks<TPostHook> OnResult { get; } = new();

            private protected Hooks<Action<Module>> AfterResult { get; } = new();

            /// <summary>Has a function see input and result; if it returns something, that is the result.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Register(OnResult, hook);

            /// <summary>Has a function called last of all.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Register(AfterResult, hook);

            /// <summary>Has a function see the input; if it returns something, that is the input.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(OnInput, hook);

            /// <summary>Has a function called first of all.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(BeforeInput, hook);

            private protected void Call(Hooks<Action<Module>> hooks)
            {
                foreach (var hook in hooks.Now)
                {
                    hook(this);
                }
            }

            private static HookRemover Register<T>(Hooks<T> hooks, T hook)
            {
                HookRemover? key = null;
                key = new HookRemover(() => hooks.Remove(key!));
                hooks.Add(key, hook);
                return key;
            }

            /// <summary>Takes a hook off its module.</summary>
            public class HookRemover
            {
                private readonly Action action;

                internal HookRemover(Action action) => this.action = action;

                /// <summary>From now on the hook is not called any more.</summary>
                public void remove() => action();
            }
        }
    }
}
