namespace Repro.Generators.Vocabulary.Layers;

/// <summary>An item of an encoder or a decoder: a layer, or a group of layers.</summary>
/// <param name="Name">Its name in the file.</param>
internal abstract record Part(string Name);
