package endpointlab.app;

import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import endpointlab.lab.LabReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the command line and does what it says. */
final class TerminalFront {

    private final Surroundings around;

    TerminalFront(Surroundings around) {
        this.around = around;
    }

    /** @return the exit code */
    int run(String... arguments) {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        if (words.isEmpty()) {
            words.add("run");
        }
        try {
            ParseResult parsed = commands().parseArgs(words.toArray(String[]::new));
            ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
            if (last.isUsageHelpRequested()) {
                around.out().print(around.texts().apply(language(words)).text("terminal.usage") + "\n");
                around.out().flush();
                return ExitCode.DONE;
            }
            if (last.commandSpec().userObject() instanceof TerminalCommand command) {
                return command.call();
            }
            throw BadInput.of("missing", "run | preflight | practice-cloud | status | check | cleanup | sweep | connect | export");
        } catch (ParameterException wrong) {
            return refuse(words, badInput(wrong));
        } catch (BadInput bad) {
            return refuse(words, bad);
        }
    }

    private CommandLine commands() {
        return new CommandLine(new EndpointLabCommand())
                .addSubcommand(new RunCommand(around))
                .addSubcommand(new PracticeCloudCommand(around))
                .addSubcommand(new StatusCommand(around))
                .addSubcommand(new CheckCommand(around))
                .addSubcommand(new CleanupCommand(around))
                .addSubcommand(new SweepCommand(around))
                .addSubcommand(new ConnectCommand(around))
                .addSubcommand(new ExportCommand(around))
                .addSubcommand(new PreflightCommand(around))
                .setExpandAtFiles(false)
                .setAllowOptionsAsOptionParameters(false);
    }

    private static BadInput badInput(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            return BadInput.of(word.startsWith("-") ? "option" : "command", word);
        }
        if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
            return BadInput.of("missing", name(missing.getMissing().get(0)));
        }
        if (wrong instanceof OverwrittenOptionException twice && twice.getOverwritten() != null) {
            return BadInput.of("twice", name(twice.getOverwritten()));
        }
        return BadInput.of("usage", String.valueOf(wrong.getMessage()));
    }

    private static String name(ArgSpec what) {
        return what instanceof OptionSpec option ? option.longestName() : what.paramLabel();
    }

    private int refuse(List<String> words, BadInput bad) {
        Messages texts = around.texts().apply(language(words));
        Reports.of(around, words.contains("--json"), texts, new LabReader().read(LabReader.DEFAULT_LAB))
                .badInput(bad.sentences(texts));
        return ExitCode.BAD_INPUT;
    }

    /** The language as far as it can be told from a command line that may be wrong. */
    private static Language language(List<String> words) {
        boolean english = words.contains("--lang=en")
                || words.indexOf("--lang") >= 0 && words.indexOf("--lang") + 1 < words.size()
                && words.get(words.indexOf("--lang") + 1).equals("en");
        return english ? Language.EN : Language.JA;
    }
}
