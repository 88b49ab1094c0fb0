using Repro.Experiments.Paper;
using Repro.Experiments.Tests.Locked;
using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Studies;

namespace Repro.Experiments.Tests.Exactness;

/// <summary>
/// The baseline of docs/paper.md needs no training, so its numbers and pictures are computed again: every bit is the committed one.
/// </summary>
public class PaperBaselineTests
{
    [Fact]
    public void TheBaselineGivesTheCommittedBits()
    {
        var committed = StudyResults.Parse(File.ReadAllText(Path.Combine(Repository.Root, VaePaper.ResultsPath)), VaePaper.ResultsPath);
        var study = new VaePaper();
        foreach (var settings in study.Experiments.Select(experiment => experiment.Settings.Data).Distinct())
        {
            using var data = ImageFolder.Load(Repository.Root, settings);
            var measured = new MeasuredData(data);
            Assert.Equal(
                committed.Baselines.Where(baseline => baseline.Data == data.Hash).Take(2),
                StudyResults.Baseline(measured, study.BaselineComponents, study.Seeds.Take(2)));
            Assert.Equal(
                committed.Images.Single(images => images.Data == data.Hash),
                new ImagesMetrics(data.Count, data.Hash, measured.NeighbourDistance));
        }
    }

    [Fact]
    public void TheBaselineGivesTheCommittedPictures()
    {
        using var data = ImageFolder.Load(Repository.Root, Vae70.Settings.Data);
        foreach (var (path, picture) in new VaePaper().Pictures(
            new StudyContext(Repository.Root, new SnapshotFolder(Repository.Snapshots), _ => data)))
        {
            Assert.Equal(picture.Hash, PictureFile.Read(Path.Combine(Repository.Root, path)).Hash);
        }
    }
}
