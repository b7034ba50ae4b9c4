package endpointlab.app;

import endpointlab.clock.Cancellation;
import endpointlab.clock.Pace;
import endpointlab.i18n.Messages;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Finding;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabValidator;
import endpointlab.preflight.PreflightReport;
import endpointlab.run.LabSession;
import endpointlab.store.LabHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at an account before anything is spent in it; makes nothing. */
@Command(name = "preflight")
final class PreflightCommand extends TerminalCommand {

    private static final int MOST_STUDENTS = 10_000;

    @Mixin
    private CloudOptions cloud;

    @Mixin
    private AwsModeOptions aws;

    @Option(names = "--mode")
    private String mode = LabState.PRACTICE;

    @Option(names = "--region")
    private String region;

    @Option(names = "--prefix")
    private String prefix = "";

    @Option(names = "--students")
    private String students = "1";

    @Option(names = "--set")
    private List<String> assignments = new ArrayList<>();

    PreflightCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(Lab lab, LabHome home, Messages texts, Report report) {
        int pupils = number(students);
        Map<String, String> edits = SetOptions.parse(lab, assignments);
        cloud.pace();
        aws.check();
        if (mode.equals(LabState.AWS)) {
            AccountDoor door = new AccountDoor(around(), texts, report, cloud);
            LabState state = planned(lab, door.region(region), edits);
            try (Cloud account = door.enter(state.region(), aws.mask()).cloud()) {
                return look(account, lab, state, pupils, new Told(report, texts));
            }
        }
        if (!mode.equals(LabState.PRACTICE)) {
            throw BadInput.of("mode", mode);
        }
        LabState state = planned(lab, region == null ? CommonOptions.DEFAULT_REGION : region, edits);
        Optional<CloudAddress> address = cloud.address().map(CloudAddress::ofPractice);
        return address.isPresent() ? inOther(address.get(), lab, state, pupils, new Told(report, texts))
                : inNew(lab, state, pupils, new Told(report, texts));
    }

    private record Told(Report report, Messages texts) {
    }

    private int inOther(CloudAddress address, Lab lab, LabState state, int number, Told told) {
        try (Cloud practice = around().clouds().at(address, state.region(), cloud.profile(),
                cloud.pace().orElse(Pace.AWS))) {
            return look(practice, lab, state, number, told);
        }
    }

    /** A lab in practice mode gets an account of its own, so it is a new one that is looked at. */
    private int inNew(Lab lab, LabState state, int number, Told told) {
        try {
            Path world = Files.createTempDirectory("endpointlab-preflight");
            try (Cloud practice = around().clouds().with(cloud.trouble()).own(world, state.region(), state.seed(),
                    cloud.pace().orElse(Pace.INSTANT))) {
                return look(practice, lab, state, number, told);
            } finally {
                remove(world);
            }
        } catch (IOException noTemporaryFolder) {
            throw new UncheckedIOException(noTemporaryFolder);
        }
    }

    private int look(Cloud in, Lab lab, LabState state, int number, Told told) {
        long started = System.nanoTime();
        Cancellation cancellation = new Cancellation();
        try (Interrupts.Registration registration = around().interrupts().onInterrupt(cancellation::cancel)) {
            PreflightReport found = new PreflightWork(in, lab, cancellation)
                    .look(state, number, aws, told.report::preflight);
            told.report.preflightEnd(found);
            told.report.ended(told.texts.text("terminal.preflight.end." + found.verdict().word()), new Report.End(!found.stops(), false, OptionalInt.empty(),
                    (System.nanoTime() - started) / 1_000_000, OptionalLong.empty(), Map.of()));
            return found.stops() ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    private LabState planned(Lab lab, String where, Map<String, String> edits) {
        LabState state = LabSession.newState(lab, RunIds.random(), mode, where, 0, prefix, edits);
        List<Finding> findings = new LabValidator(lab).validate(FieldValues.of(lab, state));
        if (!findings.isEmpty()) {
            throw BadInput.of(findings);
        }
        return state;
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > MOST_STUDENTS) {
            throw BadInput.of("students", text, String.valueOf(MOST_STUDENTS));
        }
        return Integer.parseInt(text);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
