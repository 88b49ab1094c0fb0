namespace Repro.Compat.Tests.Contracts;

/// <summary>The contract files, and beside each the known members that it has no line for.</summary>
internal static class ContractFile
{
    public static Contract Read(string package)
    {
        var contract = Contract.Parse(Text($"{package}.txt"), Text($"{package}.Known.txt"));
        if (package == "Verify.Xunit")
        {
            VerifyRules.Apply(contract);
        }

        return contract;
    }

    public static string Text(string file)
    {
        using var stream = typeof(ContractFile).Assembly.GetManifestResourceStream($"Contracts/{file}")
            ?? throw new FileNotFoundException($"There is no contract file {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
