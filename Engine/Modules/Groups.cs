namespace Repro.Engine.Modules;

/// <summary>How many groups the channels of a convolution fall into.</summary>
internal static class Groups
{
    public static long Check(string name, long groups, long inChannels, long outChannels) =>
        groups >= 1 && inChannels % groups == 0 && outChannels % groups == 0
            ? groups
            : throw new ArgumentException(
                $"{name}: {inChannels} and {outChannels} channels do not fall into {groups} groups.", nameof(groups));
}
