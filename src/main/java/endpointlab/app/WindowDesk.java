package endpointlab.app;

import endpointlab.aws.MfaPrompt;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Finding;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabValidator;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceState;
import endpointlab.run.LabSession;
import endpointlab.store.LabStore;
import endpointlab.ui.shared.LabDesk;
import endpointlab.ui.shared.OpenLab;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** The labs of this computer, for the window. */
final class WindowDesk implements LabDesk, AutoCloseable {

    private final Surroundings around;
    private final LabShelf shelf;
    private final Lab lab;
    private final DiagramSpec diagram;
    private final Supplier<String> laptopAddress;
    private final MfaPrompt prompt;
    private final ExecutorService background;
    private final Set<OpenLab> open = ConcurrentHashMap.newKeySet();

    /**
     * @param laptopAddress the laptop's public address as the settings have it now
     * @param prompt        asked for the codes that roles want
     */
    WindowDesk(Surroundings around, LabShelf shelf, Lab lab, DiagramSpec diagram, Supplier<String> laptopAddress,
               MfaPrompt prompt, ExecutorService background) {
        this.around = around;
        this.shelf = shelf;
        this.lab = lab;
        this.diagram = diagram;
        this.laptopAddress = laptopAddress;
        this.prompt = prompt;
        this.background = background;
    }

    @Override
    public List<LabSummary> labs() {
        List<LabSummary> found = new ArrayList<>();
        for (String runId : shelf.store().runIds()) {
            try {
                shelf.store().load(runId).ifPresent(lab ->
                        found.add(new LabSummary(runId, lab.state(), lab.problem().orElse(null))));
            } catch (ProblemException damaged) {
                found.add(new LabSummary(runId, null, damaged.problem()));
            }
        }
        found.sort(Comparator.comparing((LabSummary each) ->
                each.state() == null ? Instant.MAX : each.state().changedAt()).reversed());
        return found;
    }

    @Override
    public CompletableFuture<OpenLab> open(String runId) {
        return CompletableFuture.supplyAsync(() -> {
            LabState state = shelf.store().load(runId).map(LabStore.Loaded::state)
                    .orElseThrow(() -> problem("LabGone", "gone", runId, null));
            OpenLab open = open(state, LabAtWork.Way.last(shelf, state, prompt), () -> { });
            open.session().reconcile().result().join();
            return open;
        }, background);
    }

    @Override
    public CompletableFuture<OpenLab> start(NewLab wish) {
        return CompletableFuture.supplyAsync(() -> begin(planned(wish), LabAtWork.Way.own(wish.pace()), () -> { }),
                background);
    }

    Lab lab() {
        return lab;
    }

    LabShelf shelf() {
        return shelf;
    }

    Surroundings around() {
        return around;
    }

    /**
     * A lab as it would be begun.
     *
     * @throws ProblemException if a value can't be used
     */
    LabState planned(NewLab wish) {
        long seed = wish.mode().equals(LabState.AWS) ? 0 : new SecureRandom().nextLong() >>> 1;
        LabState state = LabSession.newState(lab, RunIds.random(), wish.mode(), wish.region(), seed, wish.prefix(),
                wish.values());
        List<Finding> findings = new LabValidator(lab).validate(FieldValues.of(lab, state));
        if (!findings.isEmpty()) {
            Finding first = findings.get(0);
            throw new ProblemException(new Problem("BadValue", first.text(), "window.bad-value.remedy",
                    first.arguments(), "", "", ""), null);
        }
        return state;
    }

    /**
     * Begins a lab; blocks.
     *
     * @param afterwards runs once it is closed
     */
    OpenLab begin(LabState state, LabAtWork.Way way, Runnable afterwards) {
        try {
            shelf.store().save(state);
        } catch (IOException full) {
            throw problem("LabNotSaved", "not-saved", shelf.home().root().toString(), full);
        }
        return open(state, way, afterwards);
    }

    private OpenLab open(LabState state, LabAtWork.Way way, Runnable afterwards) {
        LabAtWork work = LabAtWork.open(around, shelf, lab, state, way, "endpointlab");
        work.cloud().setLaptopAddress(laptopAddress.get());
        WindowLab opened = new WindowLab(work, diagram, background, closed -> {
            open.remove(closed);
            afterwards.run();
        });
        open.add(opened);
        return opened;
    }

    /** Closes the labs that are open; what runs is cancelled and saved. */
    @Override
    public void close() {
        List.copyOf(open).forEach(OpenLab::close);
    }

    @Override
    public CompletableFuture<Void> forget(String runId) {
        return CompletableFuture.runAsync(() -> {
            boolean mayHoldSomething = shelf.store().load(runId)
                    .map(lab -> lab.state().resources().values().stream().anyMatch(ResourceState::mayExist))
                    .orElse(false);
            if (mayHoldSomething) {
                throw problem("LabNotEmpty", "not-empty", runId, null);
            }
            try {
                shelf.store().remove(runId);
            } catch (IOException failure) {
                throw problem("LabNotRemoved", "not-removed", shelf.home().lab(runId).toString(), failure);
            }
        }, background);
    }

    private static ProblemException problem(String code, String what, String name, Exception cause) {
        return new ProblemException(new Problem(code, "window." + what + ".cause", "window." + what + ".remedy",
                List.of(name), "", "", ""), cause);
    }
}
