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

            /// <summary>Calls a function on every module below, and then on this one; once on each.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                var seen = new HashSet<Module>(ReferenceEqualityComparer.Instance);
                foreach (var (_, child) in submodules)
                {
                    child.apply(Once);
                }

                Once(this);
                return this;

                void Once(Module module)
                {
                    if (seen.Add(module))
                    {
                        fn(module);
                    }
                }
            }

            /// <summary>
            /// Parameters with their dotted names: the module's own, then those of the modules below. A parameter with several names has
            /// the first of them.
            /// </summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Distinct(ownParameters.Concat(Below(recurse, module => module.named_parameters())));

            /// <summary>
            /// Buffers with their dotted names: the module's own, then those of the modules below. A buffer with several names has the
            /// first of them.
            /// </summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true) =>
                Distinct(OwnBuffers(include_nonpersistent)
                    .Concat(Below(recurse, module => module.named_buffers(true, include_nonpersistent))));

            /// <summary>The parameters of this module and of those below, each once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>The buffers of this module and of those below, each once.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>The modules right below this one, with their names. A module with several names has the first of them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => Distinct(submodules);

            /// <summary>All modules below this one, with their dotted names. A module with several names has the first of them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                Distinct(submodules.SelectMany(child => child.Item2.named_modules()
                    .Select(entry => ($"{child.Item1}.{entry.name}", entry.module))
                    .Prepend(child)));

            /// <summary>The modules right below this one, each once.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(entry => entry.module);

            /// <summary>All modules below this one, each once.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>
            /// All parameters, then all buffers, by their dotted names. A tensor with several names is there under each of them, as in
            /// PyTorch. The tensors are the module's own, not copies.
            /// </summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= new Dictionary<string, Tensor>(StringComparer.Ordinal);
                foreach (var (key, parameter) in AllNames(module => module.ownParameters))
                {
                    destination[(prefix ?? "") + key] = parameter;
                }

                foreach (var (key, buffer) in AllNames(module => module.OwnBuffers(includeTransient: false)))
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
                SetPersistence(name, persistent);
            }

            /// <summary>Adds a parameter.</summary>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                ownParameters.Add(name, param);
            }

            /// <summary>Adds a module below this one.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                submodules.Add(name, submodule);
                submodule.train(training);
            }

            /// <summary>Registers a parameter in place of the one of that name, or adds it. Null removes the one of that name.</summary>
            /// <remarks>For the setters of properties. The parameter that is replaced stays as it is and is not disposed.</remarks>
            protected void ConditionallyRegisterParameter(string name, Parameter? value) => ownParameters.Set(name, value);

            /// <summary>Registers a parameter in place of the one of that name, or adds it. Null removes the one of that name.</summary>
            /// <exception cref="ArgumentException">The tensor is not a <see cref="Modules.Parameter"/>.</exception>
            protected void ConditionallyRegisterParameter(string name, Tensor? value) => ConditionallyRegisterParameter(
                name,
                value is null or Modules.Parameter
                    ? (Parameter?)value
                    : throw new ArgumentException(
                        $"'{name}' is a tensor and not a parameter. Make one: new Parameter(tensor).", nameof(value)));

            /// <summary>Registers a buffer in place of the one of that name, or adds it. Null removes the one of that name.</summary>
            /// <remarks>For the setters of properties. The buffer that is replaced stays as it is and is not disposed.</remarks>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                ownBuffers.Set(name, value?.DetachFromDisposeScope());
                SetPersistence(name, persistent);
            }

            /// <summary>Registers a module in place of the one of that name, or adds it.</summary>
            private protected void Replace(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                submodules.Set(name, submodule);
                submodule.train(training);
            }

            private protected void ForgetModules() => submodules.Clear();

            /// <summary>Removes the component of a field that holds null, if an earlier call registered one.</summary>
            private void Forget(string component, Type type)
            {
                if (typeof(Module).IsAssignableFrom(type))
                {
                    submodules.Set(component, null);
                }
                else if (typeof(Parameter).IsAssignableFrom(type))
                {
                    ownParameters.Set(component, null);
                }
                else if (typeof(Tensor).IsAssignableFrom(type))
                {
                    ownBuffers.Set(component, null);
                }
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
            /// constructor, and again when a field holds another component: that one then takes the place. A field that holds null by then
            /// is no longer registered.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                foreach (var field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).OrderBy(
                    field => field.MetadataToken))
                {
                    var component = field.GetCustomAttribute<Utils.ComponentNameAttribute>()?.Name ?? field.Name;
                    switch (field.GetValue(this))
                    {
                        case Module module when !submodules.Has(component):
                            register_module(component, module);
                            break;
                        case Module module:
                            Replace(component, module);
                            break;
                        case Parameter parameter when !ownParameters.Has(component):
                            register_parameter(component, parameter);
                            break;
                        case Parameter parameter:
                            ConditionallyRegisterParameter(component, parameter);
                            break;
                        case Tensor tensor when !ownBuffers.Has(component):
                            register_buffer(component, tensor);
                            break;
                        case Tensor tensor:
                            ConditionallyRegisterBuffer(component, tensor, !transient.Contains(component));
                            break;
                        case null:
                            Forget(component, field.FieldType);
                            break;
                    }
                }
            }

            private IEnumerable<(string, Tensor)> OwnBuffers(bool includeTransient) =>
                ownBuffers.Where(entry => includeTransient || !transient.Contains(entry.Item1));

            private void SetPersistence(string name, bool persistent)
            {
                if (persistent)
                {
                    transient.Remove(name);
                }
                else
                {
                    transient.Add(name);
                }
            }

            /// <summary>A list without the components that stand in it a second time, whatever their names.</summary>
            private static IEnumerable<(string, T)> Distinct<T>(IEnumerable<(string, T)> entries)
                where T : class
            {
                var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
                foreach (var entry in entries)
                {
                    if (seen.Add(entry.Item2))
                    {
                        yield return entry;
                    }
                }
            }

            /// <summary>Components of this module and of all below, under each of their dotted names.</summary>
            private IEnumerable<(string, T)> AllNames<T>(Func<Module, IEnumerable<(string, T)>> own) =>
                own(this).Concat(submodules.SelectMany(
                    child => child.Item2.AllNames(own).Select(entry => ($"{child.Item1}.{entry.Item1}", entry.Item2))));

            private IEnumerable<(string, T)> Below<T>(bool recurse, Func<Module, IEnumerable<(string, T)>> list) => recurse
                ? submodules.SelectMany(child => list(child.Item2).Select(entry => ($"{child.Item1}.{entry.Item1}", entry.Item2)))
                : [];
        }
    }
}
