using Repro.Generators.Document;

File.WriteAllText(args[0], ExperimentsSchema.Text());
