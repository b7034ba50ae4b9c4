package endpointlab.app;

import endpointlab.export.ExportForm;
import endpointlab.i18n.Messages;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.run.LabSession;
import endpointlab.store.LabHome;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the lab, with the learner's values, in a form that others can use. */
@Command(name = "export")
final class ExportCommand extends TerminalCommand {

    @Parameters(index = "0", paramLabel = "cli | cloudformation | report | iam-policy")
    private String form;

    @Mixin
    private CloudOptions cloud;

    @Option(names = "--mask")
    private boolean mask;

    ExportCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(Lab lab, LabHome home, Messages texts, Report report) {
        ExportForm wanted = ExportForm.of(form).orElseThrow(() -> BadInput.of("export", form));
        Optional<LabState> found = new LabShelf(home).latest(cloud.address());
        LabState state = found.orElseGet(() -> LabSession.newState(lab, RunIds.random(), "practice",
                CommonOptions.DEFAULT_REGION, 0, "", Map.of()));
        PrintStream out = around().out();
        out.print(new Exports(lab, texts).text(wanted, state, mask));
        out.flush();
        return ExitCode.DONE;
    }
}
