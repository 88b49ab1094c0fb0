using System.CommandLine;
using Repro.Runtime;
using Spectre.Console;

namespace Repro.Experiments.Cli;

/// <summary>The command line <c>repro</c>: its commands, and what comes of errors.</summary>
internal static class CliApp
{
    /// <summary>Runs one command line and gives the exit code, see <see cref="ExitCode"/>.</summary>
    public static int Run(CliContext context, IReadOnlyList<string> args)
    {
        var root = new RootCommand("Trains the experiments of experiments.yaml and compares them with their snapshots.")
        {
            ListCommand.Create(context),
            RunCommand.Create(context),
            ReproduceCommand.Create(context),
            VerifyCommand.Create(context),
            AcceptCommand.Create(context),
        };
        try
        {
            var parsed = root.Parse(args);
            ThrowIfMisused(root, parsed);
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = context.Out.Profile.Out.Writer,
                Error = context.Error.Profile.Out.Writer,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (MisuseException e)
        {
            return Fail(context, e, ExitCode.Misuse);
        }
        catch (ReproException e)
        {
            return Fail(context, e, ExitCode.Failed);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
    }

    private static void ThrowIfMisused(RootCommand root, ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            return;
        }

        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            var command = parsed.CommandResult.Command;
            IEnumerable<string> known = unknown.StartsWith('-')
                ? command.Options.Select(option => option.Name)
                : command.Subcommands.Select(subcommand => subcommand.Name);
            var what = unknown.StartsWith('-') ? "option" : command == root ? "command" : "argument";
            throw new MisuseException($"There is no {what} '{unknown}'.{Suggestion.Text(unknown, known)} {Help(command, root)}");
        }

        throw new MisuseException($"{string.Join(' ', parsed.Errors.Select(error => error.Message))} {Help(parsed.CommandResult.Command, root)}");
    }

    private static string Help(Command command, RootCommand root) => command == root
        ? "'repro --help' shows what there is."
        : $"'repro {command.Name} --help' shows what there is.";

    private static int Fail(CliContext context, Exception e, int code)
    {
        context.Error.WriteLine($"repro: {e.Message}", new Style(Color.Red));
        return code;
    }
}
