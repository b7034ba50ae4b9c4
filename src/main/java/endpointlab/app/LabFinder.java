package endpointlab.app;

import endpointlab.aws.AwsCaller;
import endpointlab.aws.AwsCalls;
import endpointlab.clock.Cancellation;
import endpointlab.cost.LabCost;
import endpointlab.cost.PriceTable;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.ResourceSpec;
import endpointlab.resource.Account;
import endpointlab.resource.Sweep;
import endpointlab.resource.Sweep.Found;
import endpointlab.store.LabHome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds all labs in a cloud by their tags. A lab is what carries {@code LabRun} with the id of a run and, at least
 * once, {@code LabResource} with the id of one of the lab's resources on a thing of that kind; whatever else somebody
 * tagged is not ours.
 */
final class LabFinder {

    private final Lab lab;
    private final LabCost cost;
    private final Surroundings around;

    LabFinder(Lab lab, Surroundings around) {
        this.lab = lab;
        this.cost = new LabCost(lab, PriceTable.load());
        this.around = around;
    }

    /**
     * @throws endpointlab.lab.ProblemException            if the cloud doesn't answer
     * @throws java.util.concurrent.CancellationException if the person interrupts
     */
    List<FoundLab> find(SweptPlace place, Cloud cloud) {
        Cancellation cancellation = new Cancellation();
        ExecutorService workers = Executors.newCachedThreadPool(LabAtWork.daemons());
        try (Interrupts.Registration registration = around.interrupts().onInterrupt(cancellation::cancel)) {
            AwsCaller aws = new AwsCalls(cloud.aws(), cloud.clock(), workers, call -> { })
                    .caller("", cancellation, (what, fault, budget) -> { });
            String account = Account.id(aws);
            List<Found> all = Sweep.ofAllRuns(aws, workers).look();
            Instant now = now(cloud, all);
            Map<String, List<Found>> runs = all.stream().filter(one -> LabHome.isRunId(one.origin().run()))
                    .collect(Collectors.groupingBy(one -> one.origin().run(), TreeMap::new, Collectors.toList()));
            return runs.entrySet().stream().filter(run -> run.getValue().stream().anyMatch(this::isTheLabs))
                    .map(run -> lab(place, run.getKey(), account, run.getValue(), now)).toList();
        } finally {
            workers.shutdownNow();
        }
    }

    /** A cloud of another process may be ahead of our clock, but never behind what it made last. */
    private static Instant now(Cloud cloud, List<Found> all) {
        return Stream.concat(Stream.of(cloud.clock().now()), all.stream().flatMap(one ->
                one.origin().createdAt().stream())).max(Comparator.naturalOrder()).orElseThrow();
    }

    private FoundLab lab(SweptPlace place, String runId, String account, List<Found> parts, Instant now) {
        Optional<Instant> createdAt = parts.stream().flatMap(one -> one.origin().createdAt().stream())
                .min(Comparator.naturalOrder());
        return new FoundLab(place, runId, account, owner(place, runId, parts), createdAt,
                createdAt.map(then -> Duration.between(then, now)),
                cost.perHour(place.region(), parts.stream().map(Found::leftover).toList()), parts, false);
    }

    /** Whether something that was found is this resource of the lab. */
    private static boolean isFor(Found part, ResourceSpec spec) {
        return spec.id().equals(part.specId()) && spec.kind().equals(part.leftover().kind());
    }

    /** The input that becomes the tag {@code Name}; nothing if the kind has no tags that a sweep looks at. */
    private static Optional<String> nameInput(ResourceSpec spec) {
        return Stream.of("name", "group-name", "key-name").filter(spec.inputs()::containsKey).findFirst()
                .map(spec.inputs()::get);
    }

    private boolean isTheLabs(Found found) {
        return spec(found).isPresent();
    }

    private Optional<ResourceSpec> spec(Found found) {
        return lab.resources().stream().filter(spec -> isFor(found, spec)).findFirst();
    }

    /** What stands before the lab's own name in most of the names that end with that. */
    private Optional<String> owner(SweptPlace place, String runId, List<Found> parts) {
        FieldValues plain = new FieldValues(lab, place.region(), runId, "", Map.of());
        Map<String, Long> prefixes = parts.stream().flatMap(part -> prefix(part, plain).stream())
                .collect(Collectors.groupingBy(prefix -> prefix, TreeMap::new, Collectors.counting()));
        return prefixes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private Optional<String> prefix(Found part, FieldValues plain) {
        return spec(part).flatMap(spec -> nameInput(spec))
                .flatMap(text -> Input.parse(text) instanceof Input.FieldReference field
                        ? Optional.of(plain.value(field.key())) : Optional.empty())
                .filter(part.origin().name()::endsWith)
                .map(own -> part.origin().name().substring(0, part.origin().name().length() - own.length()));
    }
}
