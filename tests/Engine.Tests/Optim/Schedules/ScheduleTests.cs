using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Repro.Engine.Tests.Optim.Schedules;

public class ScheduleTests
{
    private static readonly Dictionary<string, Func<optim.Optimizer, LRScheduler>> All = new()
    {
        ["StepLR"] = o => StepLR(o, 3, 0.5),
        ["MultiStepLR"] = o => MultiStepLR(o, [2, 7, 7], 0.5),
        ["ExponentialLR"] = o => ExponentialLR(o, 0.8),
        ["LinearLR"] = o => LinearLR(o, 0.1, 0.9, 7),
        ["LambdaLR"] = o => LambdaLR(o, epoch => 1.0 / (epoch + 1)),
        ["CosineAnnealingLR"] = o => CosineAnnealingLR(o, 4, 0.01),
        ["OneCycleLR"] = o => OneCycleLR(o, 1, 20),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    // From epoch to epoch, and straight from the first rate: two ways to the same rates, rounding aside.
    [Theory]
    [MemberData(nameof(Names))]
    public void AnEpochCanBeSetDirectly(string name)
    {
        using var scope = NewDisposeScope();
        using var stepped = Groups(0.1, 0.3);
        using var jumped = Groups(0.1, 0.3);
        var (steps, jumps) = (All[name](stepped), All[name](jumped));
        for (var epoch = 1; epoch <= 20; epoch++)
        {
            steps.step();
            jumps.step(epoch);
            Assert.Equal(2, jumped.ParamGroups.Count());
            foreach (var (expected, actual) in stepped.ParamGroups.Zip(jumped.ParamGroups))
            {
                Assert.Equal(expected.LearningRate, actual.LearningRate, 1e-12);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AScheduleGoesOnFromAnEpoch(string name)
    {
        using var scope = NewDisposeScope();
        using var whole = Groups(0.1);
        var schedule = All[name](whole);
        for (var epoch = 1; epoch <= 9; epoch++)
        {
            schedule.step(0.5);
        }

        using var rest = Groups(0.1);
        var resumed = All[name](rest);
        resumed.step(8);
        resumed.step();
        Assert.Equal(whole.ParamGroups.Single().LearningRate, rest.ParamGroups.Single().LearningRate, 1e-12);
    }

    [Fact]
    public void OneCycleTurnsBeta1OfAdamTheOtherWay()
    {
        using var scope = NewDisposeScope();
        using var adam = optim.Adam([new Parameter(zeros(1))], beta2: 0.99);
        var group = (Adam.ParamGroup)adam.ParamGroups.Single();
        var schedule = OneCycleLR(adam, 0.5, epochs: 5, steps_per_epoch: 4, pct_start: 0.3, div_factor: 10, final_div_factor: 100);
        Assert.Equal(0.05, group.LearningRate, 1e-15);
        Assert.Equal((0.95, 0.99), (Math.Round(group.Betas.Item1, 15), group.Betas.Item2));
        for (var step = 1; step <= 5; step++)
        {
            schedule.step();
        }

        Assert.Equal(0.5, group.LearningRate, 1e-15);
        Assert.Equal(0.85, group.Betas.Item1, 1e-15);
        for (var step = 6; step <= 19; step++)
        {
            schedule.step();
        }

        Assert.Equal(0.0005, group.LearningRate, 1e-15);
        Assert.Equal(0.95, group.Betas.Item1, 1e-15);
        schedule.step();
        Assert.Equal(
            "OneCycleLR: step 22 is behind the end of a cycle of 20 steps.",
            Assert.Throws<InvalidOperationException>(schedule.step).Message);
    }

    [Fact]
    public void OneCycleLeavesTheMomentumAloneIfToldSo()
    {
        using var scope = NewDisposeScope();
        using var sgd = optim.SGD([new Parameter(zeros(1))], 0.1, 0.7);
        OneCycleLR(sgd, 1, 10, cycle_momentum: false).step();
        Assert.Equal(0.7, ((SGD.ParamGroup)sgd.ParamGroups.Single()).Momentum);
    }

    [Fact]
    public void APlateauLowersEachGroupDownToItsLeastRate()
    {
        using var scope = NewDisposeScope();
        using var sgd = Groups(1, 0.4);
        var schedule = ReduceLROnPlateau(sgd, "max", 0.5, patience: 0, threshold: 0.1, threshold_mode: "abs", min_lr: [0.25, 0.3]);
        var rates = new List<double[]>();
        foreach (var measure in (ReadOnlySpan<double>)[1, 1.2, 1.25, 1.2, 1.5, 1.5, double.NaN])
        {
            schedule.step(measure);
            rates.Add([.. schedule.get_last_lr()]);
        }

        Assert.Equal([[1, 0.4], [1, 0.4], [0.5, 0.3], [0.25, 0.3], [0.25, 0.3], [0.25, 0.3], [0.25, 0.3]], rates);
        Assert.Equal(rates[^1], sgd.ParamGroups.Select(group => group.LearningRate));
    }

    [Fact]
    public void ChangesAreToldInEveryCultureAlike()
    {
        using var scope = NewDisposeScope();
        using var sgd = Groups(0.5);
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        var (console, culture) = (Console.Out, CultureInfo.CurrentCulture);
        using var written = new StringWriter();
        try
        {
            Console.SetOut(written);
            CultureInfo.CurrentCulture = comma;
            var schedule = StepLR(sgd, 2, 0.5, verbose: true);
            schedule.step();
            schedule.step();
        }
        finally
        {
            Console.SetOut(console);
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal("Epoch 2: the learning rate of group 0 is now 0.25.\n", written.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void MisuseIsRefused()
    {
        using var scope = NewDisposeScope();
        using var sgd = Groups(0.1);
        Assert.StartsWith(
            "StepLR: step_size is 0; it must be positive.", Assert.Throws<ArgumentException>(() => StepLR(sgd, 0)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CosineAnnealingLR(sgd, 0));
        Assert.Throws<ArgumentException>(() => LinearLR(sgd, 0));
        Assert.Throws<ArgumentException>(() => LinearLR(sgd, total_iters: 0));
        Assert.Throws<ArgumentException>(() => OneCycleLR(sgd, 1));
        Assert.Throws<ArgumentException>(() => OneCycleLR(sgd, 1, epochs: 3));
        Assert.Throws<ArgumentException>(() => OneCycleLR(sgd, 1, 10, pct_start: 2));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(sgd, "up"));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(sgd, threshold_mode: "share"));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(sgd, factor: 1));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(sgd, min_lr: [0, 0]));
        Assert.Throws<InvalidOperationException>(() => ReduceLROnPlateau(sgd).step());
        Assert.Throws<InvalidOperationException>(() => ReduceLROnPlateau(sgd).step(5));
        Assert.Throws<ArgumentNullException>(() => LambdaLR(sgd, null!));
        Assert.Contains(
            "2 functions are given for 1 groups",
            Assert.Throws<ArgumentException>(
                () => new impl.LambdaLR(sgd, (IEnumerable<Func<int, double>>)[epoch => epoch, epoch => epoch])).Message,
            StringComparison.Ordinal);
    }

    private static SGD Groups(params double[] rates) =>
        optim.SGD(rates.Select(rate => new SGD.ParamGroup([new Parameter(zeros(1))], rate, 0.9)), 1);
}
