using Repro.Runtime;
using Repro.Runtime.Captures;
using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Runs;
using Repro.Runtime.Training;

namespace Repro.Cli.Watch;

/// <summary>The state of a run, finished or not, as its files are now. Reading changes nothing.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Epochs">The epochs so far.</param>
/// <param name="Total">How many epochs it will have, if that is known.</param>
/// <param name="State">Whether it is finished, goes on, or neither.</param>
/// <param name="Written">When the losses were written last, in UTC.</param>
/// <param name="Picture">The last samples, or else the last picture; <c>null</c> when there is none yet.</param>
internal sealed record RunProgress(
    string Name, IReadOnlyList<EpochResult> Epochs, int? Total, RunState State, DateTimeOffset Written, Capture? Picture)
{
    /// <summary>Whether it is finished.</summary>
    public bool IsFinished => State == RunState.Finished;

    /// <summary>Where the picture is.</summary>
    public string? PicturePath { get; private init; }

    /// <summary>Reads the files of a run.</summary>
    /// <exception cref="ReproException">There are no losses, or a file cannot be read.</exception>
    public static RunProgress Read(RunFolder folder, IReadOnlyList<Experiment> catalog)
    {
        try
        {
            // The record comes last, so what is read after it is of the finished run.
            var record = folder.TryReadRecord();
            var isRunning = record is null && RunLock.IsTaken(folder);
            var losses = TryReadText(folder.LossesPath);
            if (losses is null && !isRunning)
            {
                throw new ReproException($"'{folder.Path}' holds no run: it has no losses.csv. Start one with: {folder.Command}");
            }

            // A run that starts over deletes the old losses before it writes its own.
            var written = losses is null ? Folders.Changed(folder.Path) : RegularFile.Changed(folder.LossesPath);
            var epochs = losses is null ? [] : LossesCsv.Parse(losses, folder.LossesPath);
            var total = record?.Epochs
                ?? folder.OverriddenEpochs
                ?? catalog.FirstOrDefault(experiment => folder.IsOf(experiment.Name))?.Settings.Epochs;
            var pictures = folder.Pictures;
            var samples = pictures.Where(taken => taken.Kind == CaptureKind.Samples).ToList();
            var picture = Load(folder, samples.Count > 0 ? samples : pictures);
            var state = record is not null ? RunState.Finished : isRunning ? RunState.Running : RunState.Stopped;
            return new RunProgress(folder.Name, epochs, total, state, written, picture)
            {
                PicturePath = picture is null ? null : folder.PicturePath(picture.FileName),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"The run in '{folder.Path}' cannot be read: {e.Message}", e);
        }
    }

    // A new run deletes the pictures of the old one.
    private static Capture? Load(RunFolder folder, IReadOnlyList<(int Epoch, string Kind)> pictures)
    {
        if (pictures is not [.., var (epoch, kind)])
        {
            return null;
        }

        try
        {
            return new Capture(epoch, kind, PictureFile.Read(folder.PicturePath(Capture.NameOf(epoch, kind))));
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            return null;
        }
    }

    private static string? TryReadText(string path)
    {
        try
        {
            return RegularFile.ReadAllText(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
