package endpointlab.aws;

import endpointlab.aws.RetryRules.Rule;
import endpointlab.clock.LabClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkException;

/** One call with all its attempts. */
final class AwsCall<Q extends AwsRequest, R extends AwsResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(AwsCall.class);

    private final AwsCaller caller;
    private final LabClock clock;
    private final Q request;
    private final Function<Q, R> sdk;
    private final RetryRules rules;
    private final String action;
    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private final Map<Rule, Duration> waited = new HashMap<>();
    private final Map<Rule, Integer> tries = new HashMap<>();

    private boolean poll;
    private boolean changes;
    private Consumer<R> done = answer -> { };
    private int attempts;

    AwsCall(AwsCaller caller, Q request, Function<Q, R> sdk, RetryRules rules) {
        this.caller = caller;
        this.clock = caller.clock();
        this.request = request;
        this.sdk = sdk;
        this.rules = rules;
        String type = request.getClass().getSimpleName();
        this.action = type.substring(0, type.length() - "Request".length());
        this.startedAt = clock.now();
    }

    AwsCall<Q, R> asPoll() {
        poll = true;
        return this;
    }

    AwsCall<Q, R> asChange(Consumer<R> whenDone) {
        changes = true;
        done = whenDone;
        return this;
    }

    R run() {
        while (true) {
            caller.cancellation().throwIfCancelled();
            try {
                R answer = attempt();
                record(answer, null);
                return answer;
            } catch (SdkException failure) {
                AwsFault fault = caller.calls().connection().fault(failure);
                Duration delay = delayAfter(fault);
                if (delay == null) {
                    record(null, fault);
                    throw given(fault, failure);
                }
                caller.cancellation().sleep(clock, delay);
            }
        }
    }

    private R attempt() {
        attempts++;
        CompletableFuture<R> result = caller.calls().start(changes, () -> {
            R answer = sdk.apply(request);
            done.accept(answer);
            return answer;
        });
        try {
            return caller.cancellation().await(result);
        } catch (CancellationException cancelled) {
            result.whenComplete(this::endedAfterCancel);
            throw cancelled;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void endedAfterCancel(R answer, Throwable failure) {
        Throwable cause = failure instanceof java.util.concurrent.CompletionException ? failure.getCause() : failure;
        if (cause == null) {
            record(answer, null);
        } else if (cause instanceof SdkException fault) {
            record(null, AwsFault.of(fault));
        } else {
            LOG.error("what {} made could not be handed over after a cancel", action, cause);
        }
    }

    /** @return {@code null} if the fault is final */
    private Duration delayAfter(AwsFault fault) {
        Rule rule = rules.ruleFor(fault).orElse(null);
        if (rule == null) {
            return null;
        }
        Duration delay = rule.delay(tries.merge(rule, 1, Integer::sum) - 1);
        // Only waits count: at a fast pace the calls themselves take up much lab time.
        if (waited.merge(rule, delay, Duration::plus).compareTo(rule.budget()) > 0) {
            return null;
        }
        LOG.debug("{} refused for now with {}, again in {}", action, fault.code(), delay);
        if (!rule.what().isEmpty()) {
            caller.retries().waitingOut(rule.what(), fault, rule.budget());
        }
        return delay;
    }

    private RuntimeException given(AwsFault fault, SdkException failure) {
        if (changes && fault.outcomeUnknown() && rules.ruleFor(fault).isEmpty()) {
            return new UnknownOutcomeException(action, fault, failure);
        }
        return Problems.of(action, fault, failure);
    }

    private void record(R answer, AwsFault fault) {
        caller.calls().record(new CallRecord(startedAt, Duration.ofNanos(System.nanoTime() - startedNanos),
                service(), action, poll, caller.subject(), attempts, request, answer, fault));
    }

    private String service() {
        String[] packages = request.getClass().getPackageName().split("\\.");
        String name = packages[packages.length - 2].toLowerCase(Locale.ROOT);
        return name.equals("elasticloadbalancingv2") ? "elasticloadbalancing" : name;
    }
}
