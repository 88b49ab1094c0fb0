using Repro.Generators.Schema;

File.WriteAllText(args[0], ExperimentsSchema.Text());
