using Repro.Experiments;
using Repro.Cli;

return CliProgram.Run(args, ExperimentCatalog.All);
