namespace VerifyTests;

/// <summary>Compares two text snapshots that are not equal character by character.</summary>
/// <param name="received">What the test produced.</param>
/// <param name="verified">What was accepted.</param>
/// <param name="context"><see cref="VerifySettings.Context"/> of this verification.</param>
public delegate Task<CompareResult> StringCompare(
    string received, string verified, IReadOnlyDictionary<string, object> context);
