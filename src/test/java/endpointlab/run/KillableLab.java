package endpointlab.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.files.AtomicFile;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.run.PracticeLab.SeenProbe;
import endpointlab.store.LabHome;
import endpointlab.store.LabKeyFiles;
import endpointlab.store.LabStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;

/** A lab on disk, in a cloud of its own with neighbours, whose program is killed and started again. */
final class KillableLab implements AutoCloseable {

    private static final Lab LAB = new LabReader().read(LabReader.DEFAULT_LAB);
    /** A command takes one or two when nothing else is going on. */
    private static final int SECONDS = 180;
    private static final String THREAD = "killable";

    private final LabHome home;
    private final TestCloud cloud;
    private final AwsConnection aws;
    private final Neighbours neighbours;
    private final TreeMap<String, String> others;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, THREAD);
        thread.setDaemon(true);
        return thread;
    });

    KillableLab(Path root) throws IOException {
        home = new LabHome(root);
        cloud = new TestCloud(Pace.INSTANT);
        aws = AwsConnection.to(cloud.endpoint(), "us-east-1", TestCloud.CREDENTIALS.accessKeyId(),
                TestCloud.CREDENTIALS.secretAccessKey());
        neighbours = new Neighbours(aws);
        neighbours.moveIn();
        others = neighbours.census();
    }

    /** The lab as a program that starts now finds it. */
    private LabState found() throws IOException {
        AtomicFile.removeLeftTemporaries(home.lab(PracticeLab.RUN));
        return new LabStore(home).load(PracticeLab.RUN).map(LabStore.Loaded::state)
                .orElseGet(() -> LabSession.newState(LAB, PracticeLab.RUN, "practice", "us-east-1", 7, "", Map.of()));
    }

    /** Starts the program, gives it one command, and kills it on the way or lets it end. */
    RunResult start(KillSwitch kill, Function<LabSession, RunHandle> command) throws Exception {
        TellingStore store = new TellingStore(kill);
        LabSession session = new LabSession(new LabSession.Parts(LAB, found(), store, kill.around(aws, store::subject),
                kill.around(new LabKeyFiles(home, PracticeLab.RUN)),
                List.of(new SeenProbe("http-page"), new SeenProbe("ssh-curl")), cloud.clock, workers));
        session.addListener(new LabListener() {
            @Override
            public void called(CallSummary call) {
                kill.pass("after " + call.action() + " for " + call.subject());
            }
        });
        try {
            RunHandle handle = command.apply(session);
            kill.killed().thenRun(handle::cancel);
            return handle.result().get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            throw new AssertionError("hangs after " + kill.points() + "\n" + threads(), hangs);
        } finally {
            session.close();
        }
    }

    private static String threads() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().startsWith(THREAD)).map(Object::toString).collect(joining());
    }

    /** All that the lab makes is there once and as it should be, and the neighbours' is as it was. */
    void assertMadeOnce() throws Exception {
        assertThat(start(new KillSwitch(KillSwitch.Moment.NEVER), LabSession::reconcile).problems()).isEmpty();
        assertThat(found().resources().values()).allSatisfy(resource ->
                assertThat(resource.status()).as("%s", resource).isEqualTo(ResourceStatus.READY));
        TreeMap<String, String> now = neighbours.census();
        assertThat(Neighbours.touched(others, now)).isEmpty();
        assertThat(Neighbours.kinds(Neighbours.without(now, others))).isEqualTo(Neighbours.WHOLE_LAB);
    }

    /** Nothing is there but what was there before, and no key is left on the disk. */
    void assertNothingLeft() throws IOException {
        TreeMap<String, String> now = neighbours.census();
        assertThat(Neighbours.touched(others, now)).isEmpty();
        assertThat(Neighbours.without(now, others)).isEmpty();
        assertThat(new LabStore(home).load(PracticeLab.RUN)).hasValueSatisfying(lab -> {
            assertThat(lab.problem()).isEmpty();
            assertThat(lab.state().resources().values()).noneMatch(ResourceState::mayExist);
        });
        try (Stream<Path> files = Files.list(home.lab(PracticeLab.RUN))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("lab.begun.json", "lab.json", "lab.previous.json");
        }
    }

    @Override
    public void close() {
        aws.close();
        workers.shutdownNow();
        cloud.close();
    }

    /** Saves to disk, with a point at each stage of each save, named by what changed. */
    private final class TellingStore implements StateStore {

        private final KillSwitch kill;
        private final LabStore store;
        private volatile LabState before;
        private String change = "";

        TellingStore(KillSwitch kill) throws IOException {
            this.kill = kill;
            this.store = new LabStore(home, stage -> kill.pass(stage + " save of " + change));
            this.before = found();
        }

        @Override
        public void save(LabState state) throws IOException {
            change = change(before, state);
            store.save(state);
            before = state;
        }

        /** The lab's resources whose tags or ids a request names. */
        private String subject(AwsRequest request) {
            String text = request.toString();
            return LAB.resources().stream().map(ResourceSpec::id).filter(id -> text.contains("Value=" + id + ")")
                    || before.resource(id).awsId() != null && text.contains(before.resource(id).awsId()))
                    .collect(joining(", "));
        }

        private static String change(LabState before, LabState after) {
            return after.resources().values().stream()
                    .filter(one -> !one.equals(before.resource(one.specId())))
                    .map(one -> one.specId() + " " + one.status().word() + (one.awsId() == null ? "" : " id"))
                    .findFirst().orElseGet(() -> after.steps().entrySet().stream()
                            .filter(step -> !step.getValue().equals(before.steps().get(step.getKey())))
                            .map(step -> "step " + step.getKey() + " " + step.getValue().status().word())
                            .findFirst().orElse("the account"));
        }
    }
}
