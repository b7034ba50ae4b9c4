package endpointlab.ui.account;

import endpointlab.lab.Leftover;
import endpointlab.lab.Problem;
import endpointlab.ui.shared.AccountDesk.Sweeping;
import endpointlab.ui.shared.LeftLab;
import endpointlab.ui.shared.SweepListener;
import endpointlab.ui.shared.SweepListener.End;
import endpointlab.ui.shared.SweepListener.How;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;

/** Labs that are left in an account of {@link FakeAccounts}; the test says how their clean-up goes. */
public final class FakeLabs {

    private static final List<LeftLab> LABS = List.of(
            new Lab("7f3c0412", Optional.of("taro-"), Optional.of(Duration.ofHours(51)), OptionalDouble.of(0.0712),
                    List.of(one("instance", "i-0aa11bb22cc33dd44", "running"),
                            one("instance", "i-0bb22cc33dd44ee55", "running"),
                            one("load-balancer", "arn:aws:elasticloadbalancing:us-east-1:880077179309:loadbalancer/net/"
                                    + "taro-nlb/50dc6c495c0c9188", "active"),
                            one("vpc-endpoint", "vpce-0123456789abcdef0", "available"),
                            one("vpc", "vpc-0f1e2d3c4b5a69788", "available"))),
            new Lab("b81d22e0", Optional.of("hanako-"), Optional.of(Duration.ofMinutes(95)), OptionalDouble.of(0.0104),
                    List.of(one("instance", "i-0cc33dd44ee55ff66", "running"),
                            one("vpc", "vpc-0a9b8c7d6e5f40312", "available"))),
            new Lab("c0ffee42", Optional.empty(), Optional.empty(), OptionalDouble.of(0),
                    List.of(one("vpc", "vpc-01122334455667788", "available"))));
    private boolean some = true;
    private RuntimeException refusal;
    private List<String> swept = List.of();
    private SweepListener listener;
    private CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean cancelled;

    private record Lab(String runId, Optional<String> owner, Optional<Duration> age, OptionalDouble perHour,
                       List<Leftover> resources) implements LeftLab {

        @Override
        public boolean isOlderThan(Duration least) {
            return age.isPresent() && age.get().compareTo(least) >= 0;
        }

        @Override
        public boolean isOf(String prefix) {
            return owner.orElse("").startsWith(prefix);
        }
    }

    /** A resource of a lab. */
    public static Leftover one(String kind, String id, String state) {
        return new Leftover(kind, id, state, "tag", "aws ec2 delete-" + kind + " --" + kind + "-id " + id);
    }

    /** From now on there are three, or none. */
    public void some(boolean now) {
        some = now;
    }

    /** From now on nobody can look, or everybody again with {@code null}. */
    public void refuse(RuntimeException why) {
        refusal = why;
    }

    CompletableFuture<List<LeftLab>> look() {
        return refusal == null ? CompletableFuture.completedFuture(some ? LABS : List.of())
                : CompletableFuture.failedFuture(refusal);
    }

    Sweeping sweep(List<String> runIds, SweepListener told) {
        swept = runIds;
        listener = told;
        cancelled = false;
        CompletableFuture<Void> end = new CompletableFuture<>();
        ended = end;
        return new Sweeping() {

            @Override
            public CompletableFuture<Void> ended() {
                return end;
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        };
    }

    /** What was last asked to be cleaned up. */
    public List<String> swept() {
        return swept;
    }

    /** Who is told how that goes. */
    public SweepListener listener() {
        return listener;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Nothing more is done. */
    public void end() {
        ended.complete(null);
    }

    /** An end at which somebody's own security group keeps a VPC. */
    public static End held(String vpc, String group) {
        return new End(How.LEFT_OVER, List.of(new Problem("DependencyViolation", "problem.in-use.cause",
                "problem.in-use.remedy", List.of("DeleteVpc"), "vpc", "", "")),
                List.of(new Leftover("security-group", group, "", "vpc", ""), one("vpc", vpc, "available")));
    }
}
