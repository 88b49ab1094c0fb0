using Repro.Cli;
using Repro.Cli.Program;

return CliProgram.Run(args, Catalog.All);
