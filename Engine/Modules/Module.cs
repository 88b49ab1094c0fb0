using System.Reflection;
using Repro.Engine.Modules;
using Repro.Engine.Tensors;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a network: parameters, buffers, and other modules.</summary>
        public partial class Module : IDisposable
        {
            private readonly Registry<Parameter> ownParameters = new();
            private readonly Registry<Tensor> ownBuffers = new();
            private readonly Registry<Module> submodules = new();
            private readonly HashSet<string> transient = new(StringComparer.Ordinal);
            private readonly string name;
            private bool isTraining = true;

            /// <summary>A module of the given name, usually the name of its class.</summary>
            protected Module(string name) => this.name = name;

            /// <summary>Whether the module trains; batch norm and dropout do something else then.</summary>
            public virtual bool training => isTraining;

            /// <summary>The module's own name.</summary>
            public virtual string GetName() => name;

            /// <summary>Switches this module and all below to training or to evaluation.</summary>
            public virtual void train(bool train = true)
            {
                isTraining = train;
                foreach (var (_, module) in submodules)
                {
                    module.train(train);
                }
            }

            /// <summary>Switches this module and all below to evaluation.</summary>
            public virtual void eval() => train(false);

            /// <summary>Clears the gradients of all parameters: to nothing, or to zeros.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    Gradients.Clear(parameter, set_to_none);
                }
            }

            /// <summary>Calls a function on every module below, and then on this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var (_, module) in submodules)
                {
                    module.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Parameters with their dotted names: this module's own, then those of the modules below.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                ownParameters.Concat(Below(recurse, module => module.named_parameters()));

            /// <summary>Buffers with their dotted names: this module's own, then those of the modules below.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true) =>
                ownBuffers.Where(entry => include_nonpersistent || !transient.Contains(entry.Item1))
                    .Concat(Below(recurse, module => module.named_buffers(true, include_nonpersistent)));

            /// <summary>The parameters of this module and of those below.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>The modules right below this one, with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => submodules;

            /// <summary>All modules below this one, with their dotted names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                submodules.SelectMany(child => child.Item2.named_modules()
                    .Select(entry => ($"{child.Item1}.{entry.name}", entry.module))
                    .Prepend(child));

            /// <summary>The modules right below this one.</summary>
            public virtual IEnumerable<Module> children() => submodules.Select(entry => entry.Item2);

            /// <summary>All modules below this one.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>All parameters, then all buffers, by their dotted names. The tensors are the module's own.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= new Dictionary<string, Tensor>(StringComparer.Ordinal);
                foreach (var (key, parameter) in named_parameters())
                {
                    destination[(prefix ?? "") + key] = parameter;
                }

                foreach (var (key, buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination[(prefix ?? "") + key] = buffer;
                }

                return destination;
            }

            /// <summary>Copies values by their dotted names into parameters and buffers.</summary>
            /// <exception cref="InvalidOperationException">
            /// Names are missing or left over, and <paramref name="strict"/> is set; or a shape or type is another one. Nothing is copied
            /// then.
            /// </exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                var own = state_dict();
                var missing = own.Keys.Where(key => !source.ContainsKey(key) && skip?.Contains(key) != true).ToList();
                var unexpected = source.Keys.Where(key => !own.ContainsKey(key) && skip?.Contains(key) != true).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        $"load_state_dict: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}].");
                }

                var loaded = own.Where(entry => source.ContainsKey(entry.Key) && skip?.Contains(entry.Key) != true).ToList();
                foreach (var (key, target) in loaded)
                {
                    var value = source[key];
                    if (value.dtype != target.dtype || !value.Sizes.SequenceEqual(target.Sizes))
                    {
                        throw new InvalidOperationException(
                            $"load_state_dict: {key} is {target.dtype} of shape {Layout.Text(target.Sizes)}, and {value.dtype} of shape "
                            + $"{Layout.Text(value.Sizes)} was given.");
                    }
                }

                using var noGrad = no_grad();
                foreach (var (key, target) in loaded)
                {
                    target.copy_(source[key]);
                }

                return (missing, unexpected);
            }

            /// <summary>Adds a buffer: state that is saved but not learned.</summary>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                ownBuffers.Add(name, tensor.DetachFromDisposeScope());
                if (!persistent)
                {
                    transient.Add(name);
                }
            }

            /// <summary>Adds a parameter.</summary>
            public virtual void register_parameter(string name, Parameter param) => ownParameters.Add(name, param);

            /// <summary>Adds a module below this one.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                submodules.Add(name, submodule);
                submodule.train(training);
            }

            /// <summary>Releases parameters, buffers and the modules below.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases parameters, buffers and the modules below.</summary>
            protected virtual void Dispose(bool disposing)
            {
                foreach (var tensor in ownParameters.Select(entry => (Tensor)entry.Item2).Concat(ownBuffers.Select(entry => entry.Item2)))
                {
                    tensor.Dispose();
                }

                foreach (var (_, module) in submodules)
                {
                    module.Dispose();
                }
            }

            /// <summary>
            /// Registers what the fields hold, in the order of their declaration: modules as submodules, parameters as parameters, other
            /// tensors as buffers, by the name of the field or that of its <see cref="Utils.ComponentNameAttribute"/>. Call it last in the
            /// constructor.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                foreach (var field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).OrderBy(
                    field => field.MetadataToken))
                {
                    var component = field.GetCustomAttribute<Utils.ComponentNameAttribute>()?.Name ?? field.Name;
                    var value = field.GetValue(this);
                    if (value is Module module && !submodules.Has(component))
                    {
                        register_module(component, module);
                    }
                    else if (value is Parameter parameter && !ownParameters.Has(component))
                    {
                        register_parameter(component, parameter);
                    }
                    else if (value is Tensor tensor and not Modules.Parameter && !ownBuffers.Has(component))
                    {
                        register_buffer(component, tensor);
                    }
                }
            }

            private IEnumerable<(string, T)> Below<T>(bool recurse, Func<Module, IEnumerable<(string, T)>> list) => recurse
                ? submodules.SelectMany(child => list(child.Item2).Select(entry => ($"{child.Item1}.{entry.Item1}", entry.Item2)))
                : [];
        }
    }
}
