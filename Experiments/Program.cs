using Repro.Experiments;
using Repro.Experiments.Cli;

return CliProgram.Run(args, ExperimentCatalog.All);
