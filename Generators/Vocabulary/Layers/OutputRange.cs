namespace Repro.Generators.Vocabulary.Layers;

/// <summary>The range of a layer's values.</summary>
internal enum OutputRange
{
    /// <summary>Any numbers.</summary>
    Unbounded,

    /// <summary>Between two numbers for any input.</summary>
    Bounded,

    /// <summary>The values of the input, or means of them.</summary>
    OfInput,
}
