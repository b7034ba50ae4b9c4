package endpointlab.cost;

import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.ResourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run of the lab has cost, or would have cost in AWS mode, with negligible traffic. An estimate.
 *
 * <p>Load balancers and endpoints bill every started hour; instances, addresses and volumes bill by the second. An
 * endpoint is billed whatever the state of its connection. Source: AWS-FACTS section 5.
 */
public final class CostMeter {

    private static final double GB_PER_ROOT_VOLUME = 8;
    private static final double SECONDS_PER_HOUR = 3600;

    private final PriceTable.Prices prices;

    public CostMeter(PriceTable.Prices prices) {
        this.prices = prices;
    }

    /** What is billed for; each has a text of its own. */
    public enum Item {
        LOAD_BALANCER, ENDPOINT, INSTANCES, PUBLIC_IPV4, VOLUMES
    }

    /** One line of the bill. */
    public record Line(Item item, int count, double dollars) {
    }

    /**
     * The bill up to {@code now}.
     *
     * @param instanceTypes instance type by spec id of the lab's instances
     * @param now           lab time
     */
    public List<Line> bill(LabState state, Map<String, String> instanceTypes, Instant now) {
        List<Line> lines = new ArrayList<>();
        add(lines, Item.LOAD_BALANCER, lives(state, now, "load-balancer"), prices.networkLoadBalancerHour(), true);
        add(lines, Item.ENDPOINT, lives(state, now, "endpoint"), prices.interfaceEndpointHour(), true);
        List<Duration> instances = instanceTypes.keySet().stream()
                .flatMap(id -> lives(state, now, id).stream()).toList();
        double instanceDollars = instanceTypes.entrySet().stream().mapToDouble(entry -> lives(state, now,
                entry.getKey()).stream().mapToDouble(life -> hours(life, false) * hourOf(entry.getValue())).sum())
                .sum();
        if (!instances.isEmpty()) {
            lines.add(new Line(Item.INSTANCES, instances.size(), instanceDollars));
        }
        List<Duration> addresses = Stream.concat(instances.stream(), lives(state, now, "load-balancer").stream())
                .toList();
        add(lines, Item.PUBLIC_IPV4, addresses, prices.publicIpv4Hour(), false);
        add(lines, Item.VOLUMES, instances, volumeHour(), false);
        return lines;
    }

    /** What all that stands now costs per hour. */
    public double perHour(LabState state, Map<String, String> instanceTypes) {
        return total(rates(state, instanceTypes));
    }

    /** What each item that stands now costs per hour. */
    public List<Line> rates(LabState state, Map<String, String> instanceTypes) {
        int balancers = standing(state, "load-balancer");
        List<String> instances = instanceTypes.keySet().stream()
                .filter(id -> state.resource(id).mayExist()).toList();
        List<Line> lines = new ArrayList<>();
        add(lines, Item.LOAD_BALANCER, balancers, prices.networkLoadBalancerHour());
        add(lines, Item.ENDPOINT, standing(state, "endpoint"), prices.interfaceEndpointHour());
        if (!instances.isEmpty()) {
            lines.add(new Line(Item.INSTANCES, instances.size(),
                    instances.stream().mapToDouble(id -> hourOf(instanceTypes.get(id))).sum()));
        }
        add(lines, Item.PUBLIC_IPV4, instances.size() + balancers, prices.publicIpv4Hour());
        add(lines, Item.VOLUMES, instances.size(), volumeHour());
        return lines;
    }

    private static int standing(LabState state, String specId) {
        return state.resource(specId).mayExist() ? 1 : 0;
    }

    private static void add(List<Line> lines, Item item, int count, double perHour) {
        if (count > 0) {
            lines.add(new Line(item, count, count * perHour));
        }
    }

    /** What something left behind costs per hour; an instance counts as the dearest type with a public address. */
    double perHour(Leftover left) {
        return switch (left.kind()) {
            case "instance" -> hourOf("") + prices.publicIpv4Hour();
            case "volume" -> volumeHour();
            case "load-balancer" -> prices.networkLoadBalancerHour() + prices.publicIpv4Hour();
            case "vpc-endpoint" -> prices.interfaceEndpointHour();
            default -> 0;
        };
    }

    public static double total(List<Line> bill) {
        return bill.stream().mapToDouble(Line::dollars).sum();
    }

    private double volumeHour() {
        return prices.gp3GbMonth() * GB_PER_ROOT_VOLUME / Comparison.HOURS_PER_MONTH;
    }

    /** A type whose price we don't know counts as the dearest that we know, so that no bill is too low. */
    private double hourOf(String instanceType) {
        return prices.instanceHour().getOrDefault(instanceType,
                prices.instanceHour().values().stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    private static void add(List<Line> lines, Item item, List<Duration> lives, double perHour, boolean started) {
        if (!lives.isEmpty()) {
            lines.add(new Line(item, lives.size(),
                    lives.stream().mapToDouble(life -> hours(life, started) * perHour).sum()));
        }
    }

    private static double hours(Duration life, boolean startedHours) {
        double hours = life.toMillis() / 1000.0 / SECONDS_PER_HOUR;
        return startedHours ? Math.max(1, Math.ceil(hours)) : hours;
    }

    private static List<Duration> lives(LabState state, Instant now, String specId) {
        ResourceState resource = state.resource(specId);
        if (resource.intentAt() == null || resource.awsId() == null) {
            return List.of();
        }
        Instant end = resource.deletedAt() == null ? now : resource.deletedAt();
        Duration life = Duration.between(resource.intentAt(), end);
        return List.of(life.isNegative() ? Duration.ZERO : life);
    }
}
