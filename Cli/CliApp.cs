using System.CommandLine;
using Repro.Cli.Commands;
using Repro.Cli.Context;
using Repro.Cli.Terminal;
using Repro.Cli.Tracing;
using Repro.Runtime;
using Repro.Runtime.Studies;
using Spectre.Console;

namespace Repro.Cli;

/// <summary>The command line <c>repro</c>: its commands, and the message and exit code of each error.</summary>
internal static class CliApp
{
    /// <summary>Runs one command line. The result is the exit code, see <see cref="ExitCode"/>.</summary>
    public static int Run(CliContext context, IReadOnlyList<string> args)
    {
        var root = new RootCommand("Trains the experiments of experiments.yaml and compares them with their snapshots.")
        {
            ListCommand.Create(context),
            RunCommand.Create(context),
            ReproduceCommand.Create(context),
            WatchCommand.Create(context),
            VerifyCommand.Create(context),
            AcceptCommand.Create(context),
            DiffCommand.Create(context),
            CheckCommand.Create(context),
            ReportCommand.Create(context),
            LockDataCommand.Create(context),
            TraceCommand.Create(context),
            BisectCommand.Create(context),
        };
        PlainText.Require(context.Out);
        PlainText.Require(context.Error);
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(context);
        try
        {
            foreach (var study in context.Studies)
            {
                ThrowIfTaken(context, root, study);
                root.Add(StudyCommand.Create(context, study));
            }

            // No argument is the name of a file of arguments.
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            ThrowIfMisused(root, parsed);
            var code = parsed.Invoke(new InvocationConfiguration
            {
                Output = context.Out.Profile.Out.Writer,
                Error = context.Error.Profile.Out.Writer,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
            return AfterOutput(context, parsed, code);
        }
        catch (MisuseException e)
        {
            return Fail(context, e, ExitCode.Misuse);
        }
        catch (ReproException e)
        {
            return Fail(context, e, ExitCode.Failed);
        }
        catch (TypeInitializationException e) when (e is { TypeName: "TorchSharp.torch", InnerException: NotSupportedException })
        {
            return Fail(context, new ReproException(LibtorchMissing, e), ExitCode.Failed);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Code that reads or writes a file has a better message. This is the last resort.
            return Fail(context, e, ExitCode.Failed);
        }
    }

    // A run has its results in files and needs no output. The result of the other commands is the output.
    private static int AfterOutput(CliContext context, ParseResult parsed, int code)
    {
        if (context.Out.Profile.Out.Writer is not SteadyWriter { Failure: { } failure })
        {
            return code;
        }

        var isAnswer = parsed.CommandResult.Command is AnswerCommand || parsed.Action != parsed.CommandResult.Command.Action;
        Fail(context, new ReproException($"The output is incomplete: {failure}"), code);
        return isAnswer && code == ExitCode.Done ? ExitCode.Failed : code;
    }

    /// <summary>TorchSharp's own message lists where it looked for pages, and does not name the usual cause.</summary>
    private const string LibtorchMissing =
        "libtorch cannot be loaded here. On Linux it needs a libstdc++ with GLIBCXX_3.4.32, that of GCC 13: Ubuntu 24.04, Debian 13, or "
        + "later. "
        + "Build without -p:ReproEngine for the engine that needs nothing.";

    // A study is a command, and a folder in artifacts/, as runs and the report are. Many file systems ignore case.
    private static void ThrowIfTaken(CliContext context, RootCommand root, Study study)
    {
        if (root.Subcommands.FirstOrDefault(command => command.Name.Equals(study.Name, StringComparison.OrdinalIgnoreCase)) is { } taken)
        {
            throw new MisuseException(
                $"A study cannot be called '{study.Name}': 'repro {taken.Name}' is there already. Give its class another Name.");
        }

        if (context.Experiments.FirstOrDefault(
            experiment => experiment.Name.Equals(study.Name, StringComparison.OrdinalIgnoreCase)) is { } experiment)
        {
            throw new MisuseException(
                $"The experiment '{experiment.Name}' cannot be called like the study '{study.Name}': the results of both would go to "
                + $"artifacts/{study.Name}. Rename it in experiments.yaml.");
        }
    }

    private static void ThrowIfMisused(RootCommand root, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // The parser takes a misspelled option for one of the names of a command.
        var names = command.Arguments.SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? []).Select(token => token.Value);
        if (names.Concat(parsed.UnmatchedTokens).FirstOrDefault(token => token.StartsWith('-')) is { } option)
        {
            option = option.Split('=')[0];
            throw new MisuseException("There is no option "
                + $"'{option}'.{Suggestion.Text(option, command.Options.Select(known => known.Name))} {Help(command, root)}");
        }

        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            var suggestion = Suggestion.Text(unknown, command.Subcommands.Select(subcommand => subcommand.Name));
            throw new MisuseException(
                $"There is no {(command == root ? "command" : "argument")} '{unknown}'.{suggestion} {Help(command, root)}");
        }

        if (parsed.Errors.Count > 0)
        {
            throw new MisuseException($"{string.Join(' ', parsed.Errors.Select(error => error.Message))} {Help(command, root)}");
        }
    }

    private static string Help(Command command, RootCommand root) => command == root
        ? "'repro --help' shows what there is."
        : $"'repro {command.Name} --help' shows what there is.";

    private static int Fail(CliContext context, Exception e, int code)
    {
        var place = e is ReproException { Place: { } keys } ? $" ({ExperimentsFile.Describe(context.Root, keys)})" : "";
        context.Error.WriteLine($"repro: {e.Message}{place}", new Style(Color.Red));
        return code;
    }
}
