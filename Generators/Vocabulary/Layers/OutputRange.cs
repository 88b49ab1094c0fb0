namespace Repro.Generators.Vocabulary.Layers;

/// <summary>What is known of the values that a layer gives.</summary>
internal enum OutputRange
{
    /// <summary>They can be any numbers.</summary>
    Unbounded,

    /// <summary>They lie between two numbers, whatever the input.</summary>
    Bounded,

    /// <summary>They are the input's, or means of them.</summary>
    OfInput,
}
