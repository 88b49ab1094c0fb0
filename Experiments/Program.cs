using Repro.Cli;
using Repro.Experiments;
using Repro.Experiments.Paper;

return CliProgram.Run(args, ExperimentCatalog.All, new VaePaper());
