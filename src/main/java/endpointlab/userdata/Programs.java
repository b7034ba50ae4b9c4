package endpointlab.userdata;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The commands that a machine knows, by name. */
public final class Programs {

    private final Map<String, Program> programs;

    private Programs(Map<String, Program> programs) {
        this.programs = programs;
    }

    /** What every machine knows without asking its network. */
    public static Programs standard() {
        Map<String, Program> programs = new TreeMap<>();
        ShellBuiltins.addTo(programs);
        TextPrograms.addTo(programs);
        FilePrograms.addTo(programs);
        CopyPrograms.addTo(programs);
        UserPrograms.addTo(programs);
        MachinePrograms.addTo(programs);
        programs.put("systemctl", new Systemctl());
        programs.put("service", Systemctl::service);
        Program packages = new Dnf();
        programs.put("dnf", packages);
        programs.put("yum", packages);
        return new Programs(programs);
    }

    /** The same and one more. */
    public Programs with(String name, Program program) {
        Map<String, Program> more = new TreeMap<>(programs);
        more.put(name, program);
        return new Programs(more);
    }

    /** @param name as it was called, with or without the directory it is in */
    Optional<Program> find(String name) {
        return Optional.ofNullable(programs.get(name.replaceFirst("^(/usr)?(/local)?/s?bin/", "")));
    }
}
