package endpointlab.app;

import endpointlab.i18n.Messages;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.store.LabHome;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes all that a lab made, from whatever point it is at, and proves that nothing is left. */
@Command(name = "cleanup")
final class CleanupCommand extends TerminalCommand {

    @Mixin
    private CloudOptions cloud;

    CleanupCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(Lab lab, LabHome home, Messages texts, Report report) {
        Optional<CloudAddress> address = cloud.address();
        cloud.pace();
        cloud.trouble();
        LabShelf shelf = new LabShelf(home);
        Optional<LabState> found = shelf.latest(address);
        if (found.isEmpty()) {
            report.nothingToDo(texts.text("terminal.nothing-to-clean"));
            return ExitCode.DONE;
        }
        LabState state = found.get();
        return new LabWork(around(), report, lab).run(shelf, state, true, LabAtWork.Way.of(shelf, state, cloud, new Asking(around(), texts)),
                LabWork.Task.cleaningUp("cleanup"));
    }
}
