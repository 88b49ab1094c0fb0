namespace VerifyTests;

internal static class BuildServer
{
    private static readonly string[] Marks =
    [
        "JENKINS_URL", "GITHUB_ACTION", "TEAMCITY_VERSION", "GITLAB_CI", "GO_SERVER_URL", "TRAVIS_BUILD_ID", "APPVEYOR",
        "WSL_DISTRO_NAME",
    ];

    public static bool Detected { get; } = Detect(Environment.GetEnvironmentVariable);

    internal static bool Detect(Func<string, string?> variable) =>
        Marks.Any(mark => variable(mark) is not null)
        || Is(variable("BuildRunner"), "MyGet")
        || Is(variable("DOTNET_RUNNING_IN_CONTAINER"), "true")
        || Is(variable("TF_BUILD"), "True");

    private static bool Is(string? value, string expected) =>
        string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);
}
