package endpointlab.userdata;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code systemctl} and {@code service}, with the words of systemd 252. */
final class Systemctl implements Program {

    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Set<String> CHANGES = Set.of("start", "stop", "restart", "reload", "try-restart",
            "reload-or-restart", "enable", "disable");

    @Override
    public int run(Call call) throws IOException {
        List<String> words = new ArrayList<>(call.arguments());
        boolean now = words.remove("--now");
        words.removeIf(word -> word.startsWith("-"));
        if (words.isEmpty()) {
            return listUnits(call);
        }
        String verb = words.remove(0);
        if (verb.equals("daemon-reload")) {
            return 0;
        }
        if (!CHANGES.contains(verb) && !Set.of("status", "is-active", "is-enabled", "list-units").contains(verb)) {
            call.error("Unknown command verb " + verb + ".");
            return 1;
        }
        if (verb.equals("list-units")) {
            return listUnits(call);
        }
        if (words.isEmpty()) {
            call.error("Too few arguments.");
            return 1;
        }
        int status = 0;
        for (String unit : words) {
            int one = one(call, verb, unit.replaceFirst("\\.service$", ""), now);
            status = one != 0 ? one : status;
        }
        return status;
    }

    /** {@code service httpd start}, which hands over to systemd. */
    static int service(Call call) throws IOException {
        if (call.arguments().size() < 2) {
            call.error("Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]");
            return 1;
        }
        String unit = call.arguments().get(0);
        String verb = call.arguments().get(1);
        call.error("Redirecting to /bin/systemctl " + verb + " " + unit + ".service");
        return new Systemctl().run(new Call(List.of("systemctl", verb, unit), call.shell(), call.streams()));
    }

    private static int one(Call call, String verb, String unit, boolean now) throws IOException {
        Optional<Services.Service> service = call.host().services().find(unit);
        if (CHANGES.contains(verb) && !call.user().equals("root")) {
            return denied(call, verb, unit);
        }
        if (service.isEmpty()) {
            return unknown(call, verb, unit);
        }
        return switch (verb) {
            case "enable", "disable" -> enable(call, service.get(), verb.equals("enable"), now);
            case "status" -> status(call, service.get());
            case "is-active" -> tell(call, service.get().active() ? "active" : "inactive",
                    service.get().active() ? 0 : 3);
            case "is-enabled" -> tell(call, service.get().enabled() ? "enabled" : "disabled",
                    service.get().enabled() ? 0 : 1);
            default -> change(call, verb, unit);
        };
    }

    private static int tell(Call call, String text, int status) throws IOException {
        call.line(text);
        return status;
    }

    private static int denied(Call call, String verb, String unit) throws IOException {
        if (verb.equals("enable") || verb.equals("disable")) {
            call.error("Failed to " + verb + " unit: Access denied");
            return 1;
        }
        call.error("Failed to " + verb + " " + unit + ".service: Access denied\n"
                + "See system logs and 'systemctl status " + unit + ".service' for details.");
        return 4;
    }

    private static int unknown(Call call, String verb, String unit) throws IOException {
        switch (verb) {
            case "enable", "disable" -> {
                call.error("Failed to " + verb + " unit: Unit file " + unit + ".service does not exist.");
                return 1;
            }
            case "status" -> {
                call.error("Unit " + unit + ".service could not be found.");
                return 4;
            }
            case "is-active" -> {
                call.line("inactive");
                return 4;
            }
            case "is-enabled" -> {
                call.error("Failed to get unit file state for " + unit + ".service: No such file or directory");
                return 1;
            }
            case "stop" -> {
                call.error("Failed to stop " + unit + ".service: Unit " + unit + ".service not loaded.");
                return 5;
            }
            default -> {
                call.error("Failed to " + verb + " " + unit + ".service: Unit " + unit + ".service not found.");
                return 5;
            }
        }
    }

    private static int change(Call call, String verb, String unit) throws IOException {
        Services services = call.host().services();
        Instant now = call.host().now();
        if (verb.equals("reload")) {
            boolean active = services.find(unit).orElseThrow().active();
            if (!active) {
                call.error(unit + ".service is not active, cannot reload.");
            }
            return active ? 0 : 1;
        }
        if (verb.equals("stop") || verb.equals("restart") || verb.equals("try-restart")) {
            services.stop(unit, now);
        }
        if (verb.equals("stop") || services.start(unit, now)) {
            return 0;
        }
        call.error("Job for " + unit + ".service failed because the control process exited with error code.\n"
                + "See \"systemctl status " + unit + ".service\" and \"journalctl -xeu " + unit
                + ".service\" for details.");
        return 1;
    }

    private static int enable(Call call, Services.Service service, boolean enable, boolean now) throws IOException {
        String link = "/etc/systemd/system/multi-user.target.wants/" + service.name() + ".service";
        if (enable && !service.enabled()) {
            call.error("Created symlink " + link + " → /usr/lib/systemd/system/" + service.name() + ".service.");
        } else if (!enable && service.enabled()) {
            call.error("Removed \"" + link + "\".");
        }
        call.host().services().enable(service.name(), enable);
        return now ? change(call, enable ? "start" : "stop", service.name()) : 0;
    }

    private static int status(Call call, Services.Service service) throws IOException {
        String since = service.since() == null ? "" : " since " + SINCE.format(service.since());
        call.line((service.active() ? "●" : "○") + " " + service.name() + ".service - " + service.description());
        call.line("     Loaded: loaded (/usr/lib/systemd/system/" + service.name() + ".service; "
                + (service.enabled() ? "enabled" : "disabled") + "; preset: disabled)");
        call.line("     Active: " + (service.active() ? "active (running)" + since : "inactive (dead)" + since));
        return service.active() ? 0 : 3;
    }

    private static int listUnits(Call call) throws IOException {
        call.line("  UNIT                      LOAD   ACTIVE SUB     DESCRIPTION");
        for (Services.Service service : new TreeMap<>(call.host().services().all()).values()) {
            if (service.active()) {
                call.line(String.format(Locale.ROOT, "  %-25s loaded active running %s", service.name() + ".service",
                        service.description()));
            }
        }
        return 0;
    }
}
