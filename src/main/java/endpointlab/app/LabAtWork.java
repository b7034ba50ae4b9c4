package endpointlab.app;

import endpointlab.aws.AwsAccess;
import endpointlab.aws.MfaPrompt;
import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.ResourceState;
import endpointlab.probe.HttpPageProbe;
import endpointlab.probe.SshCurlProbe;
import endpointlab.run.LabSession;
import endpointlab.run.RunHandle;
import endpointlab.run.RunResult;
import endpointlab.store.CloudRecord;
import endpointlab.store.InstanceLock;
import endpointlab.store.LabKeyFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * A lab being worked on: locked against other processes, with its cloud, its session and its workers. Closing ends
 * them in the right order.
 */
final class LabAtWork implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Surroundings around;
    private final Cloud cloud;
    private final LabSession session;

    /**
     * How to open.
     *
     * @param address of a cloud outside; empty for the lab's own practice cloud, or AWS's own addresses
     * @param trouble what the lab's own cloud shall do to its user
     * @param prompt  asked for the codes that roles want
     * @param opened  the cloud, if it is open already; closed by who opened it, after the lab
     */
    record Way(Optional<CloudAddress> address, Optional<String> profile, Pace pace, Trouble trouble, MfaPrompt prompt,
               Optional<Cloud> opened) {

        /** To the lab's own practice cloud. */
        static Way own(Pace pace) {
            return new Way(Optional.empty(), Optional.empty(), pace, Trouble.none(), MfaPrompt.NOBODY,
                    Optional.empty());
        }

        /** What was asked for now, else what the lab had last. */
        static Way of(LabShelf shelf, LabState state, CloudOptions options, MfaPrompt prompt) {
            Way last = last(shelf, state, prompt);
            Optional<CloudAddress> address = options.address().or(last::address);
            if (state.inAws()) {
                options.paceOfAccount(address);
            } else {
                address.ifPresent(CloudAddress::ofPractice);
            }
            Trouble trouble = options.trouble();
            if ((address.isPresent() || state.inAws()) && !trouble.isNone()) {
                throw BadInput.of("trouble-elsewhere");
            }
            return new Way(address, options.profile().or(last::profile), options.pace().orElse(last.pace()), trouble,
                    prompt, Optional.empty());
        }

        /** What the lab had last. */
        static Way last(LabShelf shelf, LabState state, MfaPrompt prompt) {
            Optional<CloudRecord> last = shelf.cloud(state.runId());
            return new Way(last.filter(cloud -> cloud.endpointUrl() != null)
                    .map(cloud -> CloudAddress.parse(cloud.endpointUrl(), cloud.socks())),
                    last.map(CloudRecord::profile),
                    pace(last, state),
                    Trouble.none(), prompt, Optional.empty());
        }

        /** The usual one if none was saved, or something that is none. */
        private static Pace pace(Optional<CloudRecord> last, LabState state) {
            Pace usual = state.inAws() ? Pace.AWS : Pace.BRISK;
            try {
                return last.map(CloudRecord::pace).map(Pace::parse).orElse(usual);
            } catch (IllegalArgumentException notAPace) {
                LoggerFactory.getLogger(LabAtWork.class).warn("pace {} is used: {}", usual.name(),
                        notAPace.getMessage());
                return usual;
            }
        }

        private CloudRecord toRecord() {
            return new CloudRecord(address.map(cloud -> cloud.endpoint().toString()).orElse(null),
                    address.map(CloudAddress::socksText).orElse(null), pace.name(), profile.orElse(null));
        }
    }

    private LabAtWork(Surroundings around, LabShelf shelf, Lab lab, LabState found, Way way, String program) {
        this.around = around;
        try {
            parts.push(InstanceLock.acquire(shelf.home(), found.runId(), program));
            LabState state = shelf.nowMine(found);
            this.cloud = openCloud(shelf, state, way);
            if (way.opened().isEmpty()) {
                parts.push(cloud);
            }
            ExecutorService workers = Executors.newCachedThreadPool(daemons());
            parts.push(workers::shutdownNow);
            if (state.inAws()) {
                new WhoAmI(cloud, workers).mustBe(state.accountId());
            }
            shelf.remember(state.runId(), way.toRecord());
            this.session = new LabSession(new LabSession.Parts(lab, state, shelf.store(), cloud.aws(),
                    new LabKeyFiles(shelf.home(), state.runId()),
                    List.of(new HttpPageProbe(cloud.dialer()), new SshCurlProbe(cloud.dialer())), cloud.clock(),
                    workers));
            parts.push(session);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /**
     * @param state   of the lab as it was found; if somebody worked on it since, what they saved counts
     * @param program what others are told works on the lab
     * @throws endpointlab.lab.ProblemException if the lab is in use, its cloud can't be opened, or the account is not
     *                                          the one that the lab was begun in
     */
    static LabAtWork open(Surroundings around, LabShelf shelf, Lab lab, LabState state, Way way, String program) {
        return new LabAtWork(around, shelf, lab, state, way, program);
    }

    LabSession session() {
        return session;
    }

    Cloud cloud() {
        return cloud;
    }

    OptionalLong criticalPathMillis() {
        return cloud.criticalPathMillis(session.lab(), session.state());
    }

    /** Waits for a command; an interrupt cancels it. */
    RunResult await(RunHandle handle) {
        return await(handle, Optional.empty());
    }

    /** As {@link #await(RunHandle)}; the deadline cancels it, too. */
    RunResult await(RunHandle handle, Optional<Deadline> deadline) {
        try (Interrupts.Registration registration = around.interrupts().onInterrupt(handle::cancel)) {
            if (deadline.isEmpty()) {
                return handle.result().get();
            }
            LabClock clock = cloud.clock();
            return handle.result().get(clock.toWall(deadline.get().left(clock.now())).toNanos(),
                    TimeUnit.NANOSECONDS);
        } catch (TimeoutException passed) {
            handle.cancel();
            return handle.result().join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            handle.cancel();
            return handle.result().join();
        } catch (ExecutionException mistake) {
            throw new IllegalStateException(mistake.getCause());
        }
    }

    /** Waits; false if an interrupt ended that before the deadline. */
    boolean restUntil(Deadline deadline) {
        Cancellation cancellation = new Cancellation();
        try (Interrupts.Registration registration = around.interrupts().onInterrupt(cancellation::cancel)) {
            cancellation.sleep(cloud.clock(), deadline.left(cloud.clock().now()));
            return true;
        } catch (CancellationException interrupted) {
            return false;
        }
    }

    /** How many things may be left after a clean-up that ended like this. */
    OptionalInt leftover(RunResult cleanUp) {
        List<Leftover> found = cleanUp.leftovers();
        boolean proved = cleanUp.outcome() == RunResult.Outcome.DONE
                || cleanUp.outcome() == RunResult.Outcome.LEFT_OVER;
        long known = session.state().resources().values().stream().filter(ResourceState::mayExist).count();
        return OptionalInt.of(proved ? found.size() : (int) Math.max(found.size(), known));
    }

    @Override
    public void close() {
        RuntimeException first = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                first = first == null ? new IllegalStateException("closing the lab failed", failure) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private Cloud openCloud(LabShelf shelf, LabState state, Way way) {
        if (way.opened().isPresent()) {
            return way.opened().get();
        }
        if (state.inAws()) {
            return around.clouds().account(
                    new AwsAccess(way.profile(), state.region(), way.address().map(CloudAddress::endpoint)),
                    way.address().flatMap(CloudAddress::socks), way.pace(), around.machine(), way.prompt());
        }
        return way.address().map(address -> around.clouds().at(address, state.region(), way.profile(), way.pace()))
                .orElseGet(() -> around.clouds().with(way.trouble()).own(shelf.home().practice(state.runId()),
                        state.region(), state.seed(), way.pace()));
    }

    static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "lab-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
