using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>
/// A verification that runs when it is first awaited, once. Until then its settings can be changed by the methods, each of
/// which does what the method of that name of <see cref="VerifySettings"/> does and returns this task.
/// </summary>
public partial class SettingsTask
{
    private readonly Func<VerifySettings, Task<VerifyResult>> buildTask;
    private readonly VerifySettings settings;
    private Task<VerifyResult>? task;

    /// <summary>A verification to run later.</summary>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="buildTask">Runs the verification.</param>
    public SettingsTask(VerifySettings? settings, Func<VerifySettings, Task<VerifyResult>> buildTask)
    {
        ArgumentNullException.ThrowIfNull(buildTask);
        this.settings = new VerifySettings(settings);
        this.buildTask = buildTask;
    }

    /// <summary>The settings it will run with.</summary>
    /// <exception cref="InvalidOperationException">It has been awaited.</exception>
    public VerifySettings CurrentSettings => task is null
        ? settings
        : throw new InvalidOperationException("The verification has been awaited: its settings cannot change any more.");

    /// <summary>Runs the verification.</summary>
    public Task<VerifyResult> ToTask() => task ??= buildTask(settings);

    /// <summary>Runs the verification.</summary>
    public TaskAwaiter<VerifyResult> GetAwaiter() => ToTask().GetAwaiter();

    /// <summary>Runs the verification.</summary>
    /// <param name="continueOnCapturedContext">As for a <see cref="Task"/>.</param>
    public ConfiguredTaskAwaitable<VerifyResult> ConfigureAwait(bool continueOnCapturedContext) =>
        ToTask().ConfigureAwait(continueOnCapturedContext);

    /// <summary>Runs the verification.</summary>
    /// <param name="settingsTask">The verification.</param>
    public static implicit operator Task<VerifyResult>(SettingsTask settingsTask)
    {
        ArgumentNullException.ThrowIfNull(settingsTask);
        return settingsTask.ToTask();
    }

    private SettingsTask With(Action<VerifySettings> set)
    {
        set(CurrentSettings);
        return this;
    }
}
