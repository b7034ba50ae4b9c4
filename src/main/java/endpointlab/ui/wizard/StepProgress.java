package endpointlab.ui.wizard;

import endpointlab.clock.LabClock;
import endpointlab.lab.CheckSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabStep;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads off a lab's state where each step and sub-step stands. Pure but for the clock. */
public final class StepProgress {

    private static final List<ResourceStatus> TELLING = List.of(ResourceStatus.FAILED, ResourceStatus.DRIFTED,
            ResourceStatus.DELETING, ResourceStatus.CREATING, ResourceStatus.WAITING);

    private final Lab lab;
    private final ExpectedTimes expected;
    private final LabClock clock;

    public StepProgress(Lab lab, LabClock clock) {
        this.lab = lab;
        this.expected = new ExpectedTimes(lab.id());
        this.clock = clock;
    }

    /** @param awaited ids of resources and checks that are being waited for */
    public Progress of(LabState state, Set<String> awaited) {
        List<StepSummary> steps = lab.steps().stream().map(step -> summary(step, state, awaited)).toList();
        Duration remaining = steps.stream().filter(step -> !step.done()).map(StepProgress::left)
                .reduce(Duration.ZERO, Duration::plus);
        return new Progress(steps, clock.toWall(remaining));
    }

    private static Duration left(StepSummary step) {
        Duration left = step.measured() ? step.expected().minus(step.shown()) : step.expected();
        return left.isNegative() ? Duration.ZERO : left;
    }

    private StepSummary summary(LabStep step, LabState state, Set<String> awaited) {
        StepState book = state.steps().getOrDefault(step.number(), StepState.OPEN);
        List<SubstepSummary> parts = step.substeps().stream()
                .map(part -> part(step, part.id(), state, awaited)).toList();
        ResourceStatus status = status(step, book, state);
        Duration measured = measured(book);
        Duration usual = expected.of(String.valueOf(step.number()));
        return new StepSummary(step.number(), step.group(), status, word(step, book, status, state),
                measured == null ? usual : measured, measured != null, usual, parts);
    }

    private ResourceStatus status(LabStep step, StepState book, LabState state) {
        List<ResourceStatus> made = lab.resources().stream().filter(spec -> spec.step() == step.number())
                .map(spec -> state.resource(spec.id()).status()).toList();
        return switch (book.status()) {
            case OPEN, CANCELLED -> made.contains(ResourceStatus.DRIFTED) ? ResourceStatus.DRIFTED
                    : ResourceStatus.NOT_MADE;
            case RUNNING -> made.contains(ResourceStatus.WAITING) && !made.contains(ResourceStatus.CREATING)
                    ? ResourceStatus.WAITING : ResourceStatus.CREATING;
            case DONE -> made.contains(ResourceStatus.DRIFTED) ? ResourceStatus.DRIFTED : ResourceStatus.READY;
            case FAILED -> ResourceStatus.FAILED;
        };
    }

    private String word(LabStep step, StepState book, ResourceStatus status, LabState state) {
        if (status == ResourceStatus.DRIFTED) {
            return "wizard.state.drifted";
        }
        if (step.group().equals("cleanup") && book.status() == StepState.Status.RUNNING) {
            return "wizard.state.deleting";
        }
        if (status != ResourceStatus.WAITING) {
            return "wizard.state." + book.status().word();
        }
        boolean asked = lab.resources().stream().filter(spec -> spec.step() == step.number())
                .anyMatch(spec -> "pendingAcceptance".equals(state.resource(spec.id()).awsState()));
        return asked ? "wizard.state.pending-acceptance" : "wizard.state.waiting";
    }

    /** In lab time; {@code null} if it was never run or was stopped before the app was closed. */
    private Duration measured(StepState book) {
        boolean running = book.status() == StepState.Status.RUNNING;
        if (book.startedAt() == null || book.finishedAt() == null && !running) {
            return null;
        }
        Instant end = book.finishedAt() == null ? Instant.now() : book.finishedAt();
        return positive(clock.toLab(Duration.between(book.startedAt(), end)));
    }

    private SubstepSummary part(LabStep step, String id, LabState state, Set<String> awaited) {
        List<ResourceState> resources = lab.resources().stream().filter(spec -> id.equals(spec.substep()))
                .map(ResourceSpec::id).map(state::resource).toList();
        List<CheckSpec> checks = lab.checks().stream().filter(check -> id.equals(check.substep())).toList();
        StepState book = state.steps().getOrDefault(step.number(), StepState.OPEN);
        ResourceStatus status;
        if (!checks.isEmpty()) {
            status = check(checks, book, awaited);
        } else if (resources.isEmpty()) {
            status = book.status() == StepState.Status.DONE ? ResourceStatus.READY : ResourceStatus.NOT_MADE;
        } else {
            status = together(resources);
        }
        Duration measured = measured(resources);
        return new SubstepSummary(id, status, measured == null ? expected.of(id) : measured, measured != null);
    }

    private static ResourceStatus check(List<CheckSpec> checks, StepState book, Set<String> awaited) {
        if (checks.stream().anyMatch(check -> awaited.contains(check.id()))) {
            return ResourceStatus.CREATING;
        }
        if (book.check() != null && book.check().passed()) {
            return ResourceStatus.READY;
        }
        boolean failed = book.status() == StepState.Status.FAILED && book.problem() != null
                && checks.stream().anyMatch(check -> check.id().equals(book.problem().operation()));
        return failed ? ResourceStatus.FAILED : ResourceStatus.NOT_MADE;
    }

    private static ResourceStatus together(List<ResourceState> resources) {
        List<ResourceStatus> statuses = resources.stream().map(ResourceState::status).toList();
        return TELLING.stream().filter(statuses::contains).findFirst().orElseGet(() ->
                statuses.stream().allMatch(ResourceStatus.READY::equals) ? ResourceStatus.READY
                        : statuses.stream().allMatch(ResourceStatus.DELETED::equals) ? ResourceStatus.DELETED
                        : ResourceStatus.NOT_MADE);
    }

    private Duration measured(List<ResourceState> resources) {
        Instant begin = resources.stream().map(ResourceState::intentAt).filter(Objects::nonNull)
                .min(Instant::compareTo).orElse(null);
        if (begin == null || resources.stream().anyMatch(resource -> resource.readyAt() == null
                && resource.status() != ResourceStatus.CREATING && resource.status() != ResourceStatus.WAITING)) {
            return null;
        }
        Instant end = resources.stream().map(resource -> resource.readyAt() == null ? clock.now()
                : resource.readyAt()).max(Instant::compareTo).orElse(begin);
        return positive(Duration.between(begin, end));
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
