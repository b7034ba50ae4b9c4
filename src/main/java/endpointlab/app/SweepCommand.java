package endpointlab.app;

import endpointlab.i18n.Messages;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabValidator;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.store.LabHome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Finds all labs in the account and Region by their tags, whichever machine made them, and cleans up those that
 * match: an instructor's way out after class.
 */
@Command(name = "sweep")
final class SweepCommand extends TerminalCommand {

    private static final Logger LOG = LoggerFactory.getLogger(SweepCommand.class);

    @Mixin
    private CloudOptions cloud;

    @Option(names = "--mode")
    private String mode = LabState.PRACTICE;

    @Option(names = "--region")
    private String region;

    @Option(names = "--mask")
    private boolean mask;

    @Option(names = "--older-than")
    private String olderThan;

    @Option(names = "--owner")
    private String owner = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--yes")
    private boolean yes;

    SweepCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(Lab lab, LabHome home, Messages texts, Report report) {
        if (!RunCommand.MODES.contains(mode)) {
            throw BadInput.of("mode", mode);
        }
        Optional<Duration> least = CommonOptions.age(olderThan);
        cloud.address();
        cloud.pace();
        Optional.ofNullable(region).flatMap(new LabValidator(lab)::region).ifPresent(unknown -> {
            throw BadInput.of(List.of(unknown));
        });
        if (!dryRun && !yes && (json() || !around().interactive())) {
            throw BadInput.of("sweep-not-confirmed");
        }
        Predicate<FoundLab> chosen = one -> one.isOf(owner) && least.map(one::isOlderThan).orElse(true);
        around().logTo().accept(home.log());
        LabShelf shelf = new LabShelf(home);
        List<Problem> problems = new ArrayList<>();
        if (mode.equals(LabState.PRACTICE)) {
            List<SweptPlace> places = new SweptPlaces(shelf, cloud, Optional.ofNullable(region))
                    .find(report::problem, problems::add);
            return sweep(lab, texts, report, new Task(shelf, places, problems, chosen));
        }
        AccountDoor door = new AccountDoor(around(), texts, report, cloud);
        String where = door.region(region);
        AccountDoor.Entered account = door.enter(where, mask);
        try (Cloud open = account.cloud()) {
            SweptPlace place = new SweptPlace(where, LabState.AWS, account.way(), Optional.empty());
            return sweep(lab, texts, report, new Task(shelf, List.of(place), problems, chosen));
        }
    }

    /** Where to look and what to choose; what went wrong so far is added to. */
    private record Task(LabShelf shelf, List<SweptPlace> places, List<Problem> problems, Predicate<FoundLab> chosen) {
    }

    private int sweep(Lab lab, Messages texts, Report report, Task task) {
        long started = System.nanoTime();
        SweptLabs swept = new SweptLabs(around(), report, lab, task.shelf());
        try {
            List<FoundLab> found = find(lab, task).stream().map(one -> one.chosen(task.chosen().test(one))).toList();
            task.problems().forEach(report::problem);
            report.labs(found.stream().map(one -> mask ? one.masked() : one).toList());
            List<FoundLab> chosen = found.stream().filter(FoundLab::chosen).toList();
            if (chosen.isEmpty() || dryRun) {
                return nothingDone(texts, report, chosen.size(), task.problems().isEmpty(), started);
            }
            if (!yes && !new Asking(around(), texts).agreed(texts.text("terminal.sweep.ask",
                    String.valueOf(chosen.size())))) {
                throw new CancellationException("declined");
            }
            swept.cleanUp(chosen);
        } catch (CancellationException stopped) {
            LOG.info("the sweep was stopped: {}", stopped.getMessage());
            swept.cancelled();
        }
        return end(texts, report, swept.ended(task.problems().isEmpty(), millisSince(started)));
    }

    private List<FoundLab> find(Lab lab, Task task) {
        LabFinder finder = new LabFinder(lab, around());
        List<FoundLab> found = new ArrayList<>();
        for (SweptPlace place : task.places()) {
            try {
                found.addAll(place.look(around(), task.shelf(), open -> finder.find(place, open)));
            } catch (ProblemException failure) {
                LOG.warn("a cloud can't be swept", failure);
                task.problems().add(failure.problem());
            }
        }
        return found;
    }

    private static int nothingDone(Messages texts, Report report, int chosen, boolean ok, long started) {
        String sentence = chosen == 0 ? texts.text("terminal.sweep.none")
                : texts.text("terminal.sweep.dry-run", String.valueOf(chosen));
        report.ended(sentence, new Report.End(ok, false, OptionalInt.empty(), millisSince(started),
                OptionalLong.empty(), Map.of()));
        return ok ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static int end(Messages texts, Report report, LabWork.Ended ended) {
        String how = switch (ended.exit()) {
            case ExitCode.DONE -> "terminal.sweep.end-done";
            case ExitCode.CANCELLED -> "terminal.sweep.end-cancelled";
            default -> "terminal.sweep.end-failed";
        };
        report.ended(texts.text(how,
                String.format(Locale.ROOT, "%.1f", ended.end().wallMs() / 1000.0)), ended.end());
        return ended.exit();
    }

    private static long millisSince(long started) {
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }
}
