package endpointlab.userdata;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The units that systemd knows on one machine, and which of them run. Safe for use by any thread. */
public final class Services {

    private final Map<String, Service> services = new TreeMap<>();
    private final Listener listener;
    private long changes;

    /**
     * A systemd unit.
     *
     * @param name        without {@code .service}
     * @param enabled     whether it starts at boot
     * @param active      whether it runs
     * @param since       when {@code active} last changed; {@code null} if never
     */
    public record Service(String name, String description, boolean enabled, boolean active, Instant since) {

        /** The same, not running. */
        public Service stopped() {
            return new Service(name, description, enabled, false, since);
        }

        Service withEnabled(boolean nowEnabled) {
            return new Service(name, description, nowEnabled, active, since);
        }

        Service withActive(boolean nowActive, Instant when) {
            return new Service(name, description, enabled, nowActive, when);
        }
    }

    /** Is told when a service starts or stops, while no other one does. */
    @FunctionalInterface
    public interface Listener {

        /** @return whether the change could be made; a service whose port is taken can't start */
        boolean change(String service, boolean active);
    }

    public Services(Listener listener) {
        this.listener = listener;
    }

    /** Counts changes, so that whoever keeps a copy knows whether it is out of date. */
    public synchronized long changes() {
        return changes;
    }

    public synchronized Optional<Service> find(String name) {
        return Optional.ofNullable(services.get(name));
    }

    public synchronized Map<String, Service> all() {
        return Map.copyOf(services);
    }

    /** Makes a unit known, as a package does when it is installed. Nothing changes if it is known. */
    public synchronized void add(Service service) {
        services.putIfAbsent(service.name(), service);
        changes++;
    }

    /** @return whether it runs now; {@code false} also if there is no such unit */
    public synchronized boolean start(String name, Instant when) {
        Service service = services.get(name);
        if (service == null || !service.active() && (isPortTaken(name) || !listener.change(name, true))) {
            return false;
        }
        if (!service.active()) {
            services.put(name, service.withActive(true, when));
            changes++;
        }
        return true;
    }

    private boolean isPortTaken(String name) {
        return WebServer.named(name).isPresent() && activeWebServer().isPresent();
    }

    /** The web server that runs; there can be one, since all of them want port 80. */
    public synchronized Optional<WebServer> activeWebServer() {
        return Arrays.stream(WebServer.values())
                .filter(server -> services.containsKey(server.unit()) && services.get(server.unit()).active())
                .findFirst();
    }

    public synchronized void stop(String name, Instant when) {
        Service service = services.get(name);
        if (service != null && service.active() && listener.change(name, false)) {
            services.put(name, service.withActive(false, when));
            changes++;
        }
    }

    public synchronized void enable(String name, boolean enabled) {
        services.computeIfPresent(name, (key, service) -> service.withEnabled(enabled));
        changes++;
    }
}
