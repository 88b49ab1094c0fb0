using System.CommandLine;
using Repro.Bench;
using Repro.Bench.Generator;

var threads = new Option<int>("--threads") { Description = "Threads of each program.", DefaultValueFactory = _ => 2 };
var epochs = new Option<int>("--epochs") { Description = "Fewest timed epochs in a run, after three to warm up; at least 1.5 seconds "
    + "each.", DefaultValueFactory = _ => 12 };
var batch = new Option<int>("--batch") { Description = "Images in the one batch of an epoch.", DefaultValueFactory = _ => 70 };
var batches = new Option<int[]>("--batches")
{
    Description = "Images in the one batch of an epoch, for each comparison.",
    DefaultValueFactory = _ => [70, 14, 1, 128],
    AllowMultipleArgumentsPerToken = true,
};
var rounds =
    new Option<int>("--rounds") { Description = "How often the programs take turns, or the processes run.", DefaultValueFactory = _ => 5 };
var python = new Option<string>("--python") { Description = "A Python with PyTorch.", DefaultValueFactory = _ => "/usr/bin/python3" };

var epoch = new Command("epoch", "Train the paper's VAE on one synthetic batch; print the times as JSON.") { batch, threads, epochs };
epoch.SetAction(result => EpochRun.Run(result.GetValue(batch), result.GetValue(threads), result.GetValue(epochs)));

var compare = new Command("compare", "Take turns with PyTorch on the same training steps, and print the ratios of the medians.")
{
    batches, threads, epochs, rounds, python,
};
compare.SetAction(result => Comparison.Run(
    result.GetValue(batches)!, result.GetValue(threads), result.GetValue(epochs), result.GetValue(rounds), result.GetValue(python)!));

var operationTimes = new Command("operation-times", "Time single operations; print the milliseconds as JSON.") { threads };
operationTimes.SetAction(result => OperationRun.Run(result.GetValue(threads)));

var threadCounts = new Option<int[]>("--threads")
{
    Description = "Threads of each program, for each comparison.",
    DefaultValueFactory = _ => [1, 2],
    AllowMultipleArgumentsPerToken = true,
};
var operations = new Command("operations", "Take turns with PyTorch on matrix products, elementwise operations and batch norm.")
{
    threadCounts, rounds, python,
};
operations.SetAction(result => OperationComparison.Run(
    result.GetValue(threadCounts)!, result.GetValue(rounds), result.GetValue(python)!));

var experiments = new Option<int>("--experiments") { Description = "Experiments of the file.", DefaultValueFactory = _ => 1000 };
var generate = new Command("generate", "Compile one file of experiments in this process; print the times as JSON.") { experiments };
generate.SetAction(result => GeneratorRun.Run(result.GetValue(experiments)));

var sizes = new Option<int[]>("--sizes")
{
    Description = "Experiments of the file, for each row.",
    DefaultValueFactory = _ => [125, 250, 500, 1000, 2000],
    AllowMultipleArgumentsPerToken = true,
};
var generator = new Command(
    "generator", "Measure how the generator's time grows with the number of experiments, over 50 architectures.") { sizes, rounds };
generator.SetAction(result => GeneratorScaling.Run(result.GetValue(sizes)!, result.GetValue(rounds)));

return new RootCommand("Measures the engine beside PyTorch, and the generator.") { epoch, compare, operationTimes, operations, generate, generator }.Parse(args).Invoke();
