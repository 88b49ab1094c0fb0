/// <summary>A snapshot that is new, differs or is left over. The message says all there is to say, so there is no stack trace.</summary>
internal sealed class VerifyException(string message) : Exception(message)
{
    public override string StackTrace => "";
}
