package endpointlab.app;

import endpointlab.aws.AwsCalls;
import endpointlab.clock.Cancellation;
import endpointlab.lab.Identity;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.resource.Account;
import java.util.List;
import java.util.concurrent.Executor;

/** Finds out as whom a cloud's clients call. */
final class WhoAmI {

    private final Cloud cloud;
    private final Executor workers;
    private final Cancellation cancellation;

    /** @param workers must never queue */
    WhoAmI(Cloud cloud, Executor workers) {
        this(cloud, workers, new Cancellation());
    }

    WhoAmI(Cloud cloud, Executor workers, Cancellation cancellation) {
        this.cloud = cloud;
        this.workers = workers;
        this.cancellation = cancellation;
    }

    /** @throws ProblemException that names why it can't be told */
    Identity ask() {
        return Account.identity(new AwsCalls(cloud.aws(), cloud.clock(), workers, call -> { })
                .caller("", cancellation, (what, fault, budget) -> { }));
    }

    /** @throws ProblemException {@code OtherAccount} if it is another than the lab's */
    void mustBe(String accountId) {
        Identity now = ask();
        if (!now.accountId().equals(accountId)) {
            throw new ProblemException(new Problem("OtherAccount", "terminal.other-account.cause",
                    "terminal.other-account.remedy", List.of(accountId, now.accountId()), "GetCallerIdentity",
                    now.arn(), ""), null);
        }
    }
}
