package endpointlab.run;

import endpointlab.clock.Cancellation;
import endpointlab.lab.CheckResult;
import endpointlab.lab.CheckSpec;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.resource.ConsoleOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the lab's checks through the probes. */
final class CheckRunner {

    private final Engine engine;
    private final List<Probe> probes;
    private final Cancellation cancellation;

    CheckRunner(Engine engine, List<Probe> probes, Cancellation cancellation) {
        this.engine = engine;
        this.probes = probes;
        this.cancellation = cancellation;
    }

    /** @throws ProblemException if nothing could be seen, or not what was expected */
    void run(CheckSpec check, StepBook book) {
        ProbeRequest request = request(check);
        Probe probe = probe(check.kind());
        CheckResult result;
        engine.waits().waiting(check.id(), "wait.check." + check.kind());
        try {
            result = probe.run(request);
        } finally {
            engine.waits().ended(check.id());
        }
        cancellation.throwIfCancelled();
        book.checked(check.step(), result);
        probe.verdict(request, result).ifPresent(problem -> {
            throw new ProblemException(problem, null);
        });
    }

    /** What a probe of this check is told now. */
    ProbeRequest request(CheckSpec check) {
        Map<String, String> inputs = new Inputs(engine.lab(), engine.keeper().state()).all(check.inputs());
        return new ProbeRequest(check.id(), inputs, () -> privateKey(inputs),
                () -> ConsoleOutput.read(engine.caller(check.id(), cancellation), inputs.get("instance")),
                engine.clock(), cancellation);
    }

    private Path privateKey(Map<String, String> inputs) {
        return engine.keys().find(inputs.getOrDefault("key-file", ""))
                .orElseThrow(() -> new ProblemException(new Problem("KeyFileMissing",
                        "problem.key-file-missing.cause", "problem.key-file-missing.remedy",
                        List.of(inputs.getOrDefault("key-file", "")), "", "", ""), null));
    }

    private Probe probe(String kind) {
        return probes.stream().filter(probe -> probe.kind().equals(kind)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no probe for checks of kind " + kind));
    }
}
