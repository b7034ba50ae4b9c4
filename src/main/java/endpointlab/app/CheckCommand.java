package endpointlab.app;

import endpointlab.i18n.Messages;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.run.LabSession;
import endpointlab.run.RunResult;
import endpointlab.run.WorkFound;
import endpointlab.store.LabHome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Looks at what the learner made by hand for a step, in the console or with the AWS CLI, says what differs from the
 * plan, and takes it over when that is confirmed.
 */
@Command(name = "check")
final class CheckCommand extends TerminalCommand {

    @Mixin
    private CloudOptions cloud;

    @Option(names = "--step", required = true)
    private String step;

    @Option(names = "--adopt")
    private boolean adopt;

    @Option(names = "--yes")
    private boolean yes;

    CheckCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(Lab lab, LabHome home, Messages texts, Report report) {
        long started = System.nanoTime();
        int number = number(lab.steps().size() - 1);
        Optional<CloudAddress> address = cloud.address();
        if (adopt && !yes && (json() || !around().interactive())) {
            throw BadInput.of("adopt-not-confirmed");
        }
        LabShelf shelf = new LabShelf(home);
        LabState state = shelf.unfinished(address).orElseGet(() -> begun(lab, address));
        around().logTo().accept(home.log());
        LabAtWork.Way way = LabAtWork.Way.of(shelf, state, cloud, new Asking(around(), texts));
        try (LabAtWork open = LabAtWork.open(around(), shelf, lab, state, way, "endpointlab check")) {
            RunReporter reporter = new RunReporter(lab, report);
            open.session().addListener(reporter);
            List<WorkFound> found = new CopyOnWriteArrayList<>();
            RunResult result = open.await(open.session().checkWork(number, found::add));
            found.forEach(report::work);
            boolean fits = found.stream().allMatch(WorkFound::fits);
            if (result.ok() && adopt && (yes || new Asking(around(), texts).agreed(texts.text("terminal.check.ask")))) {
                result = open.await(open.session().adoptWork(number, confirmed(found)));
                fits = result.ok();
            }
            result.problems().stream().distinct().forEach(report::problem);
            return end(texts, report, fits, result, new Report.End(result.ok() && fits,
                    result.outcome() == RunResult.Outcome.CANCELLED, OptionalInt.empty(),
                    Duration.ofNanos(System.nanoTime() - started).toMillis(), OptionalLong.empty(),
                    reporter.calls()));
        }
    }

    private int end(Messages texts, Report report, boolean fits, RunResult result, Report.End end) {
        String how = end.cancelled() ? "cancelled" : !fits || !result.ok() ? "differs" : adopt ? "adopted" : "fits";
        report.ended(texts.text("terminal.check.end." + how, step), end);
        return end.cancelled() ? ExitCode.CANCELLED : end.ok() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Map<String, String> confirmed(List<WorkFound> found) {
        return found.stream().filter(WorkFound::fits)
                .collect(Collectors.toMap(one -> one.spec().id(), one -> one.candidates().get(0).awsId()));
    }

    /** A lab whose first step is already done by hand begins here, in a practice cloud that runs elsewhere. */
    private static LabState begun(Lab lab, Optional<CloudAddress> address) {
        if (address.isEmpty()) {
            throw BadInput.of("check-no-lab");
        }
        return LabSession.newState(lab, RunIds.random(), LabState.PRACTICE, CommonOptions.DEFAULT_REGION, 0, "",
                Map.of());
    }

    /** The last step deletes. */
    private int number(int last) {
        if (!step.matches("[1-9][0-9]?") || Integer.parseInt(step) > last) {
            throw BadInput.of("step", step, String.valueOf(last));
        }
        return Integer.parseInt(step);
    }
}
