package endpointlab.app;

import endpointlab.aws.MfaPrompt;
import endpointlab.i18n.Messages;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Finding;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabValidator;
import endpointlab.run.LabSession;
import endpointlab.settings.Settings;
import endpointlab.settings.SettingsRules;
import endpointlab.store.LabHome;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does the lab's steps, from where an earlier run stopped if there was one. */
@Command(name = "run")
final class RunCommand extends TerminalCommand {

    static final Set<String> MODES = Set.of(LabState.PRACTICE, LabState.AWS);

    /** Of the simulated laptop, as if it were a field. */
    private static final String LAPTOP_ADDRESS = "laptop-address";

    @Mixin
    private CloudOptions cloud;

    @Option(names = "--mode")
    private String mode;

    @Option(names = "--yes")
    private boolean yes;

    @Mixin
    private AwsModeOptions aws;

    @Option(names = "--to")
    private String to;

    @Option(names = "--keep")
    private boolean keep;

    @Option(names = "--max-hours")
    private String maxHours;

    @Option(names = "--seed")
    private String seed;

    @Option(names = "--region")
    private String region;

    @Option(names = "--prefix")
    private String prefix;

    @Option(names = "--set")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--ssh-from")
    private String sshFrom;

    RunCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(Lab lab, LabHome home, Messages texts, Report report) {
        if (mode != null && !MODES.contains(mode)) {
            throw BadInput.of("mode", mode);
        }
        int last = lab.steps().size();
        int upTo = upTo(last);
        Optional<CloudAddress> address = cloud.address();
        cloud.pace();
        cloud.trouble();
        Map<String, String> edits = SetOptions.parse(lab, assignments);
        Optional<String> laptop = address(lab, LAPTOP_ADDRESS, edits.remove(LAPTOP_ADDRESS));
        Optional<String> sshSource = address(lab, "--ssh-from", sshFrom);
        LabShelf shelf = new LabShelf(home);
        Optional<LabState> found = shelf.unfinished(address);
        found.ifPresent(this::checkUnchanged);
        boolean elsewhere = address.isPresent() || LabState.AWS.equals(mode)
                || found.map(state -> state.inAws() || shelf.livesElsewhere(state)).orElse(false);
        if (laptop.isPresent() && elsewhere) {
            throw BadInput.of("laptop-elsewhere", LAPTOP_ADDRESS);
        }
        LabWork.Task task = new LabWork.Task("run", upTo, upTo == last && !keep,
                CommonOptions.hours(maxHours), open -> {
                    laptop.ifPresent(open.cloud()::setLaptopAddress);
                    edit(open.session(), edits);
                }, sshSource);
        LabWork work = new LabWork(around(), report, lab);
        if (found.isPresent() || !LabState.AWS.equals(mode)) {
            aws.refuseElsewhere();
        }
        if (found.isPresent()) {
            validate(lab, found.get(), edits);
            return work.run(shelf, found.get(), true, LabAtWork.Way.of(shelf, found.get(), cloud,
                    new Asking(around(), texts)), task);
        }
        if (LabState.AWS.equals(mode)) {
            return beginInAws(lab, new AccountDoor(around(), texts, report, cloud), edits,
                    (state, way) -> work.run(shelf, state, false, way, task));
        }
        address.ifPresent(CloudAddress::ofPractice);
        LabState state = newState(lab, LabState.PRACTICE, region == null ? CommonOptions.DEFAULT_REGION : region, edits);
        validate(lab, state, edits);
        return work.run(shelf, state, false, LabAtWork.Way.of(shelf, state, cloud, MfaPrompt.NOBODY), task);
    }

    private int beginInAws(Lab lab, AccountDoor door, Map<String, String> edits,
                           BiFunction<LabState, LabAtWork.Way, Integer> begin) {
        LabState state = newState(lab, LabState.AWS, door.region(region), edits);
        validate(lab, state, edits);
        aws.check();
        AccountDoor.Entered account = door.enter(state.region(), aws.mask());
        try (Cloud open = account.cloud()) {
            LabState own = state.withAccount(account.identity().accountId());
            LabState fitted = PreflightWork.fitted(lab, own, door.preflight(open, lab, own, aws));
            door.confirm(yes, account.identity());
            return begin.apply(fitted, account.way());
        }
    }

    private static Optional<String> address(Lab lab, String name, String text) {
        if (text != null) {
            new SettingsRules(lab).laptopAddress(Settings.DEFAULT, text).ifPresent(finding -> {
                throw BadInput.of(List.of(new Finding(name, finding.text(), List.of(name, text))));
            });
        }
        return Optional.ofNullable(text);
    }

    private int upTo(int last) {
        if (to == null) {
            return last;
        }
        if (!to.matches("[1-9][0-9]?") || Integer.parseInt(to) > last) {
            throw BadInput.of("to", to, String.valueOf(last));
        }
        return Integer.parseInt(to);
    }

    private LabState newState(Lab lab, String kind, String where, Map<String, String> edits) {
        long number = CommonOptions.seed(seed).orElseGet(() -> new SecureRandom().nextLong() >>> 1);
        return LabSession.newState(lab, RunIds.random(), kind, where, kind.equals(LabState.AWS) ? 0 : number,
                prefix == null ? "" : prefix, edits);
    }

    /** What belongs to a run from its start can't change in the middle. */
    private void checkUnchanged(LabState state) {
        long number = CommonOptions.seed(seed).orElse(state.seed());
        if (mode != null && !mode.equals(state.mode())) {
            throw BadInput.of("other-run", "--mode", state.mode());
        }
        if (number != state.seed()) {
            throw BadInput.of("other-run", "--seed", String.valueOf(state.seed()));
        }
        if (region != null && !region.equals(state.region())) {
            throw BadInput.of("other-run", "--region", state.region());
        }
        if (prefix != null && !prefix.equals(state.prefix())) {
            throw BadInput.of("other-run", "--prefix", state.prefix());
        }
    }

    private static void validate(Lab lab, LabState state, Map<String, String> edits) {
        Map<String, String> merged = new HashMap<>(state.values());
        merged.putAll(edits);
        List<Finding> findings = new LabValidator(lab).validate(
                new FieldValues(lab, state.region(), state.runId(), state.prefix(), merged));
        if (!findings.isEmpty()) {
            throw BadInput.of(findings);
        }
    }

    private static void edit(LabSession session, Map<String, String> edits) {
        FieldValues values = FieldValues.of(session.lab(), session.state());
        Map<String, String> changed = new HashMap<>(edits);
        changed.entrySet().removeIf(edit -> edit.getValue().equals(values.edited().getOrDefault(edit.getKey(),
                values.labValue(edit.getKey()))));
        changed.keySet().stream().sorted().filter(key -> !session.editable(key)).findFirst().ifPresent(key -> {
            throw BadInput.of("set-too-late", key);
        });
        changed.forEach(session::setValue);
    }
}
