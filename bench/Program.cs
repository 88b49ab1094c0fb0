using System.CommandLine;
using Repro.Bench;

var threads = new Option<int>("--threads") { Description = "Threads of each program.", DefaultValueFactory = _ => 2 };
var epochs = new Option<int>("--epochs") { Description = "Fewest timed epochs in a run, after three to warm up; at least 1.5 seconds each.", DefaultValueFactory = _ => 12 };
var batch = new Option<int>("--batch") { Description = "Images in the one batch of an epoch.", DefaultValueFactory = _ => 70 };
var batches = new Option<int[]>("--batches")
{
    Description = "Images in the one batch of an epoch, for each comparison.",
    DefaultValueFactory = _ => [70, 14, 1, 128],
    AllowMultipleArgumentsPerToken = true,
};
var rounds = new Option<int>("--rounds") { Description = "How often the programs take turns.", DefaultValueFactory = _ => 5 };
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

return new RootCommand("Measures the engine beside PyTorch.") { epoch, compare, operationTimes, operations }.Parse(args).Invoke();
