using Repro.Cli.Context;
using Repro.Runtime;
using Repro.Runtime.Data;
using Spectre.Console;

namespace Repro.Cli.Runs;

/// <summary>
/// The images of all experiments of a command. All are loaded, and so checked, before the first experiment trains.
/// </summary>
internal sealed class LoadedData : IDisposable
{
    private readonly Dictionary<DataSettings, DataSet> sets = [];

    /// <summary>Loads the data of every experiment. Data that several share is loaded once.</summary>
    /// <exception cref="ReproException">A folder or an image is missing or broken.</exception>
    public static LoadedData Load(CliContext context, IEnumerable<Experiment> experiments)
    {
        var loaded = new LoadedData();
        try
        {
            foreach (var settings in experiments.Select(experiment => experiment.Settings.Data).Distinct())
            {
                loaded.sets.Add(settings, ImageFolder.Load(context.Root, settings));
                NoteWhatIsLeftOut(context, settings);
            }

            return loaded;
        }
        catch
        {
            loaded.Dispose();
            throw;
        }
    }

    /// <summary>Says which files of a data set only the case of their letters keeps out.</summary>
    public static void NoteWhatIsLeftOut(CliContext context, DataSettings settings)
    {
        if (ImageFolder.LeftOut(context.Root, settings) is { } leftOut)
        {
            context.Out.WriteLine($"Note: {leftOut}");
        }
    }

    public DataSet Of(Experiment experiment) => sets[experiment.Settings.Data];

    public void Dispose()
    {
        foreach (var set in sets.Values)
        {
            set.Dispose();
        }
    }
}
