package endpointlab.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program without a command. */
@Command(name = "endpointlab")
final class EndpointLabCommand {

    @Option(names = {"-h", "--help"}, usageHelp = true)
    private boolean help;

    @Option(names = "--lang")
    private String language;

    String language() {
        return language;
    }
}
