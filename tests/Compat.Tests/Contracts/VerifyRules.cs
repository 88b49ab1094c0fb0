namespace Repro.Compat.Tests.Contracts;

/// <summary>What the contract of Verify.Xunit says in words: VerifySettings has SettingsTask's fluent methods, returning void.</summary>
internal static class VerifyRules
{
    private const string Fluent = "SettingsTask ";

    public static void Apply(Contract contract) => contract.Type("VerifyTests.VerifySettings").Members.UnionWith(
        contract.Type("VerifyTests.SettingsTask").Members
            .Where(member => member.StartsWith(Fluent, StringComparison.Ordinal))
            .Select(member => $"void {member[Fluent.Length..]}"));
}
