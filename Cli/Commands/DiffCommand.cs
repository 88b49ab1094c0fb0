using System.CommandLine;
using Repro.Cli.Context;
using Repro.Cli.Diff;
using Repro.Runtime.Comparison;
using Repro.Runtime.Files;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary><c>repro diff</c>: compares runs, a run with its snapshot, or the snapshots of two revisions.</summary>
internal static class DiffCommand
{
    private const string Formats = "text, markdown or json";

    public static Command Create(CliContext context)
    {
        var operands = new Argument<string[]>("run")
        {
            Description = "One run: compare it with its snapshot. Two: compare them. A run is a name or folder in artifacts/. "
                + "Or two revisions, such as main..HEAD (main...HEAD: since HEAD left main). None: all runs in artifacts/ with their "
                    + "snapshots.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var from =
            new Option<string?>("--from") { Description = "Compare the snapshots of this git revision; names then select experiments." };
        var to = new Option<string?>("--to") { Description = "The revision to compare with; the working tree when absent." };
        var format = new Option<string>("--format") { Description = $"How to write it: {Formats}.", DefaultValueFactory = _ => "text" };
        var output = new Option<string?>("--output") { Description = "Write it to this file, and only the verdict to the console." };
        var pictures = new Option<string?>("--pictures") { Description = "Write the differences to this folder: curves before and "
            + "after, and pictures before, after, and their amplified difference." };
        var repository = new Option<string?>("--repository") { Description = "For Markdown in a comment: the address of the repository, "
            + "https://github.com/OWNER/NAME, to show committed pictures." };
        var command = new AnswerCommand(
            "diff", "Compare runs, a run with its snapshot, or the snapshots of two git revisions. Exit code 0: same bits, 1: not.")
        {
            operands, from, to, format, output, pictures, repository,
        };
        command.SetAction(parsed =>
        {
            var chosen = parsed.GetRequiredValue(format);
            if (chosen is not ("text" or "markdown" or "json"))
            {
                throw new MisuseException($"--format is '{chosen}', and must be {Formats}.");
            }

            using var sides = new DiffSides(context);
            var report = sides.Compare(parsed.GetValue(operands) ?? [], parsed.GetValue(from), parsed.GetValue(to));
            var files = parsed.GetValue(pictures) is { } folder ? PictureFiles.Write(folder, report) : null;
            Write(context, report, chosen, parsed.GetValue(output), files, parsed.GetValue(repository));
            return report.Verdict == Verdict.SameBits ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static void Write(
        CliContext context, DiffReport report, string format, string? output, PictureFiles? pictures, string? repository)
    {
        if (format == "text" && output is null)
        {
            DiffText.Write(context.Out, report, pictures);
            return;
        }

        var text = format switch
        {
            "markdown" =>
                DiffMarkdown.Write(report, pictures, output is null ? null : Path.GetDirectoryName(Path.GetFullPath(output)), repository),
            "json" => DiffJson.Write(report, pictures),
            _ => PlainText(report, pictures),
        };
        if (output is null)
        {
            // The console would wrap it at the width of the terminal.
            context.Out.Profile.Out.Writer.Write(text);
            return;
        }

        OutputFolder.Create(Path.GetDirectoryName(Path.GetFullPath(output))!);
        AtomicFile.WriteText(output, text);
        context.Out.WriteLine(DiffWords.Headline(report));
    }

    private static string PlainText(DiffReport report, PictureFiles? pictures)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 1000;
        DiffText.Write(console, report, pictures);
        return writer.ToString();
    }
}
