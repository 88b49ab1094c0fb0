namespace VerifyTests;

/// <summary>Compares two binary snapshots.</summary>
/// <param name="received">What the test produced.</param>
/// <param name="verified">What was accepted.</param>
/// <param name="context"><see cref="VerifySettings.Context"/> of this verification.</param>
public delegate Task<CompareResult> StreamCompare(
    Stream received, Stream verified, IReadOnlyDictionary<string, object> context);
