using Repro.Runtime.Metrics;

namespace Repro.Runtime.Tests.Metrics;

public class MetricTests
{
    [Fact]
    public void EveryNumberOfAModelIsListedOnceAndTakesThatNumber()
    {
        var properties = typeof(ModelMetrics).GetProperties().Where(property => property.CanWrite).ToList();
        Assert.Equal(properties.Count, Metric.All.Count);
        var metrics = new ModelMetrics
        {
            ReconstructionError = 1, SampleToTraining = 2, TrainingToSample = 3, SampleDiversity = 4, CoveredImages = 5,
            FrechetDistance = 6,
            EnergyDistance = 7, LargestStep = 8, MidpointToTraining = 9, ActiveUnits = 10, LatentScale = 11,
        };
        foreach (var (metric, property) in Metric.All.Zip(properties))
        {
            Assert.Equal(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), metric.Name);
            Assert.Equal(
                Convert.ToDouble(property.GetValue(metrics), System.Globalization.CultureInfo.InvariantCulture), metric.Value(metrics));
        }
    }
}
