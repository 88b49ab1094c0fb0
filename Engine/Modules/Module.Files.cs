using System.Text;
using Repro.Engine.Serialization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Writes parameters and buffers with their names to a file, replacing its content, in TorchSharp's own format.
            /// </summary>
            public Module save(string location, IList<string>? skip = null) => save(File.Create(location), skip);

            /// <summary>Writes parameters and buffers with their names, and closes the stream.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: false);
                return save(writer, skip);
            }

            /// <summary>Writes parameters and buffers with their names, without those to skip.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(writer);
                var entries = state_dict().Where(entry => skip?.Contains(entry.Key) != true).ToList();
                VariableLength.Write(writer, entries.Count);
                foreach (var (name, tensor) in entries)
                {
                    writer.Write(name);
                    TensorFormat.Write(tensor, writer);
                }

                return this;
            }

            /// <summary>Reads parameters and buffers from a file that <see cref="save(string, IList{string}?)"/> wrote.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether the file and the module have to have the same names.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Receives for each name in the file whether it was loaded.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">Names, types or shapes differ.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                return load(File.OpenRead(location), strict, skip, loadedParameters);
            }

            /// <summary>
            /// Reads parameters and buffers that <see cref="save(Stream, IList{string}?)"/> wrote, and closes the stream.
            /// </summary>
            /// <exception cref="InvalidDataException">The data is damaged.</exception>
            /// <exception cref="ArgumentException">Names, types or shapes differ.</exception>
            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, Encoding.UTF8);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>
            /// Reads parameters and buffers that <see cref="save(BinaryWriter, IList{string}?)"/> wrote: all of them, or, if there is an
            /// error, none.
            /// </summary>
            /// <exception cref="InvalidDataException">The data is damaged.</exception>
            /// <exception cref="ArgumentException">Names, types or shapes differ.</exception>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(reader);
                using var scope = NewDisposeScope();
                var own = state_dict();
                var missing = own.Keys.Where(name => skip?.Contains(name) != true).ToHashSet(StringComparer.Ordinal);
                var read = new List<(Tensor Target, Tensor Value)>();
                for (var left = VariableLength.Read(reader); left > 0; left--)
                {
                    var name = Damage.Noticed(reader.ReadString);
                    var isSkipped = skip?.Contains(name) == true;
                    if (own.TryGetValue(name, out var tensor) && !isSkipped)
                    {
                        read.Add((tensor, empty_like(tensor)));
                        TensorFormat.Read(read[^1].Value, reader, skip: false);
                    }
                    else if (strict && !isSkipped)
                    {
                        throw new ArgumentException($"load: the data has '{name}', and the module has no such parameter or buffer.");
                    }
                    else
                    {
                        TensorFormat.Read(empty(0), reader, skip: true);
                    }

                    missing.Remove(name);
                    loadedParameters?[name] = tensor is not null && !isSkipped;
                }

                if (strict && missing.Count > 0)
                {
                    throw new ArgumentException($"load: the data lacks '{string.Join("', '", missing.Order(StringComparer.Ordinal))}'.");
                }

                using var noGrad = no_grad();
                foreach (var (target, value) in read)
                {
                    target.copy_(value);
                }

                return this;
            }
        }
    }
}
