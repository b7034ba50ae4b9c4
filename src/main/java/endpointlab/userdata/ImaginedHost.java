package endpointlab.userdata;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** A machine that exists only to see what a script leaves on it; its repositories always answer. */
final class ImaginedHost implements Host {

    static final Supplier<ImaginedHost> ONE = () ->
            new ImaginedHost("10.0.0.4", Instant.parse("2026-01-02T03:04:05.000000001Z"));
    static final Supplier<ImaginedHost> OTHER = () ->
            new ImaginedHost("172.31.250.251", Instant.parse("2031-10-20T13:56:47.000000002Z"));

    /** Commands whose output only the real network knows. */
    private static final List<String> NETWORK = List.of("curl", "wget", "dig", "nslookup", "host", "ip", "ping", "ss",
            "nc");

    private final String address;
    private final FileTree files;
    private final Services services = BaseSystem.services((service, active) -> true);
    private Instant now;

    private ImaginedHost(String address, Instant now) {
        this.address = address;
        this.now = now;
        this.files = BaseSystem.files(fullName(), now);
    }

    Programs programs() {
        Programs programs = Programs.standard();
        for (String name : NETWORK) {
            programs = programs.with(name, this::answerFromNetwork);
        }
        return programs;
    }

    private int answerFromNetwork(Call call) throws IOException {
        call.line("from " + address);
        return 0;
    }

    @Override
    public String fullName() {
        return "ip-" + address.replace('.', '-') + ".ec2.internal";
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant bootedAt() {
        return now.minusSeconds(address.length() * 60L);
    }

    @Override
    public void pause(Duration time) {
        now = now.plus(time);
    }

    @Override
    public boolean fetchFromRepository(String what) {
        return true;
    }

    @Override
    public String repositoryHost() {
        return "repository";
    }

    @Override
    public FileTree files() {
        return files;
    }

    @Override
    public Services services() {
        return services;
    }
}
