package endpointlab.practice.machine;

import endpointlab.practice.machine.MachineState.Stage;
import endpointlab.userdata.UserDataScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The boot of a machine, one stage after the other, each at its lab time. */
final class Boot {

    private static final List<String> AT_BOOT = List.of("systemd-networkd", "systemd-resolved", "chronyd",
            "amazon-ssm-agent");

    private final Machine machine;
    private final Surroundings surroundings;
    private final BootMessages messages;

    Boot(Machine machine, Surroundings surroundings) {
        this.machine = machine;
        this.surroundings = surroundings;
        this.messages = new BootMessages(machine);
    }

    /** Goes on with the stage that comes next. */
    void resume() {
        switch (machine.stage()) {
            case OFF -> next(machine.timeline().kernelAt(), this::startKernel);
            case KERNEL -> next(machine.timeline().sshdAt(), this::startSshd);
            case SSHD -> next(machine.timeline().userDataAt(), this::runUserData);
            case BOOTED -> { }
        }
    }

    private void next(Instant when, LabScheduler.Work work) {
        machine.expect(surroundings.scheduler().at(when, "boot of " + machine.instanceId(), () -> {
            if (!machine.isOff()) {
                work.run();
            }
        }));
    }

    private void reach(Stage stage) throws IOException {
        machine.reach(stage);
        machine.save();
        resume();
    }

    private void startKernel() throws IOException {
        messages.kernel();
        reach(Stage.KERNEL);
    }

    private void startSshd() throws IOException {
        Instant now = machine.timeline().sshdAt();
        AT_BOOT.forEach(service -> machine.services().start(service, now));
        if (!machine.services().start("sshd", now)) {
            throw new IOException("sshd does not start");
        }
        messages.sshd();
        reach(Stage.SSHD);
    }

    private void runUserData() throws IOException, InterruptedException {
        ScriptTime time = new ScriptTime(surroundings.scheduler().clock(), machine.timeline().userDataAt());
        UserDataScript script = new UserDataScript(machine.spec().userData());
        messages.finalModules(time.now());
        if (script.hasShebang()) {
            run(script, time);
        } else if (!script.isEmpty()) {
            messages.unhandledUserData(time.now(), machine.spec().userData());
        }
        messages.authorizedKeys();
        messages.hostKeys();
        messages.finished(time.now());
        reach(Stage.BOOTED);
    }

    private void run(UserDataScript script, ScriptTime time) throws IOException, InterruptedException {
        MachineHost host = new MachineHost(machine, time);
        machine.files().write(UserDataScript.PATH, machine.spec().userData().getBytes(StandardCharsets.UTF_8), false,
                "root", time.now());
        int status;
        try (Console.Lines output = messages.userDataOutput(time)) {
            status = script.run(host, NetworkPrograms.of(machine), output);
        }
        if (status != 0) {
            messages.userDataFailed(time.now(), status);
        }
    }

    /** Lab time since the kernel started, in seconds, as the kernel counts it. */
    static double uptime(Machine machine, Instant when) {
        return Duration.between(machine.timeline().kernelAt(), when).toMillis() / 1000.0;
    }
}
