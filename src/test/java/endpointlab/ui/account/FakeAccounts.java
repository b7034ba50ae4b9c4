package endpointlab.ui.account;

import endpointlab.lab.Identity;
import endpointlab.preflight.EarlierLab;
import endpointlab.preflight.PreflightLine;
import endpointlab.preflight.PreflightLine.Topic;
import endpointlab.preflight.PreflightListener;
import endpointlab.preflight.PreflightReport;
import endpointlab.preflight.Verdict;
import endpointlab.preflight.Zone;
import endpointlab.ui.shared.AccountDesk;
import endpointlab.ui.shared.LeftLab;
import endpointlab.ui.shared.OpenLab;
import endpointlab.ui.shared.SweepListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accounts without AWS; keeps what it was asked for. */
public final class FakeAccounts implements AccountDesk {

    static final Identity IDENTITY = new Identity("880077179309", "arn:aws:iam::880077179309:user/hana", "us-east-1");

    private final List<Wish> entered = new CopyOnWriteArrayList<>();
    private final FakeLabs labs = new FakeLabs();
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private Choices choices = new Choices(List.of(new Profile("default", ""), new Profile("school", "ap-northeast-1")),
            false, "default");
    private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
    private volatile RuntimeException refusal;
    private volatile boolean full;

    FakeAccounts with(Choices others) {
        choices = others;
        return this;
    }

    /** From now on nobody is let in, or everybody again with {@code null}. */
    void refuse(RuntimeException why) {
        refusal = why;
    }

    /** From now on the account has no room for another VPC. */
    public FakeAccounts full(boolean now) {
        full = now;
        return this;
    }

    /** Keeps whoever enters waiting until the future completes. */
    void waitFor(CompletableFuture<Void> until) {
        gate = until;
    }

    /** What is left in the account. */
    public FakeLabs labs() {
        return labs;
    }

    List<Wish> entered() {
        return new ArrayList<>(entered);
    }

    public List<String> happened() {
        return new ArrayList<>(happened);
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public CompletableFuture<OpenAccount> enter(Wish wish) {
        entered.add(wish);
        return gate.thenApply(open -> {
            if (refusal != null) {
                throw refusal;
            }
            return new Account();
        });
    }

    private PreflightReport report() {
        List<PreflightLine> lines = List.of(
                line(Topic.IDENTITY, Verdict.OK, "identity", IDENTITY.accountId(), IDENTITY.arn(), IDENTITY.region()),
                line(Topic.CLOCK, Verdict.OK, "clock"),
                line(Topic.PERMISSIONS, Verdict.OK, "permissions", "31"),
                full ? remedied(Topic.QUOTAS, Verdict.STOP, "quota-reached.vpc", "5", "2", "5", "7")
                        : line(Topic.QUOTAS, Verdict.OK, "quota.vpc", "1", "2", "5"),
                remedied(Topic.EARLIER_LABS, Verdict.WARNING, "earlier", "7f3c0412", "12"),
                line(Topic.ZONE, Verdict.OK, "zone", "us-east-1a", "use1-az4", "us-east-1a, us-east-1b"),
                line(Topic.LOAD_BALANCER, Verdict.UNKNOWN, "balancer-first", "0", "1", "50"),
                line(Topic.COST, Verdict.OK, "cost", "0.07", "90", "0.11", "2026-10"));
        return new PreflightReport(Optional.of(IDENTITY), lines, List.of(new Zone("us-east-1a", "use1-az4")),
                Optional.of(new Zone("us-east-1a", "use1-az4")), List.of(new EarlierLab("7f3c0412", 12)),
                Optional.empty());
    }

    private static PreflightLine line(Topic topic, Verdict verdict, String text, String... arguments) {
        return new PreflightLine(topic, verdict, "preflight." + text, "", List.of(arguments), "");
    }

    private static PreflightLine remedied(Topic topic, Verdict verdict, String text, String... arguments) {
        return new PreflightLine(topic, verdict, "preflight." + text, "preflight." + text + ".remedy",
                List.of(arguments), "");
    }

    private final class Account implements OpenAccount {

        @Override
        public Identity identity() {
            return IDENTITY;
        }

        @Override
        public CompletableFuture<PreflightReport> preflight(PreflightListener listener) {
            happened.add("preflight");
            PreflightReport report = report();
            report.lines().forEach(line -> {
                listener.looking(line.topic());
                listener.found(line);
            });
            return CompletableFuture.completedFuture(report);
        }

        @Override
        public CompletableFuture<OpenLab> begin() {
            happened.add("begin");
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<List<LeftLab>> labs() {
            return labs.look();
        }

        @Override
        public Sweeping sweep(List<String> runIds, SweepListener listener) {
            return labs.sweep(runIds, listener);
        }

        @Override
        public void close() {
            happened.add("close");
        }
    }
}
