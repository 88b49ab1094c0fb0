namespace VerifyTests;

/// <summary>Whether differences are accepted as they come.</summary>
internal sealed record AutoAccept(bool ThrowException)
{
    public static AutoAccept? When(bool includeBuildServer, bool throwException) =>
        includeBuildServer || !BuildServer.Detected ? new AutoAccept(throwException) : null;
}
