package endpointlab.run;

import endpointlab.aws.AwsConnection;
import endpointlab.lab.KeyFiles;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Kills a program, as far as that can be done from within: from one point on, nothing that it does reaches the cloud
 * or the disk any more. What was sent before is still carried out, and nobody sees the answer.
 */
final class KillSwitch {

    private final Moment moment;
    private final Set<String> points = Collections.synchronizedSet(new LinkedHashSet<>());
    private final CompletableFuture<String> killed = new CompletableFuture<>();
    private int passed;

    /** When the kill comes. */
    @FunctionalInterface
    interface Moment {

        Moment NEVER = (number, point) -> false;

        /** @param number of points that were passed before this one */
        boolean isNow(int number, String point);
    }

    KillSwitch(Moment moment) {
        this.moment = moment;
    }

    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed(String at) {
            super(at, null, false, false);
        }
    }

    /** A point at which a kill may come. */
    synchronized void pass(String point) {
        if (isKilled()) {
            throw new Killed(point);
        }
        points.add(point);
        if (moment.isNow(passed++, point)) {
            killed.complete(point);
            throw new Killed(point);
        }
    }

    boolean isKilled() {
        return killed.isDone();
    }

    /** Completes with the point when it is killed. */
    CompletableFuture<String> killed() {
        return killed;
    }

    /** Every kind of point that was passed, in order. */
    List<String> points() {
        return List.copyOf(points);
    }

    synchronized int passed() {
        return passed;
    }

    /**
     * Clients with a point before each call is sent, and one after it was carried out before its answer is seen.
     *
     * @param subject what a call is about
     */
    AwsConnection around(AwsConnection aws, Function<AwsRequest, String> subject) {
        return AwsConnection.of(aws.region(), around(Ec2Client.class, aws.ec2(), subject),
                around(ElasticLoadBalancingV2Client.class, aws.elb(), subject),
                around(StsClient.class, aws.sts(), subject));
    }

    private <C> C around(Class<C> face, C client, Function<AwsRequest, String> subject) {
        return WrappedClient.of(face, (proxy, method, args) -> {
            if (args == null || args.length != 1 || !(args[0] instanceof AwsRequest request)) {
                return method.invoke(client, args);
            }
            String call = method.getName() + " of " + subject.apply(request);
            pass("before " + call);
            try {
                return method.invoke(client, args);
            } catch (InvocationTargetException refused) {
                throw refused.getCause();
            } finally {
                pass("unseen " + call);
            }
        });
    }

    /** Key files with a point before and after each write. */
    KeyFiles around(KeyFiles keys) {
        return new KeyFiles() {
            @Override
            public Path save(String name, String privateKey) throws IOException {
                pass("before key file");
                Path file = keys.save(name, privateKey);
                pass("after key file");
                return file;
            }

            @Override
            public Optional<Path> find(String name) {
                return keys.find(name);
            }

            @Override
            public void delete(String name) throws IOException {
                pass("before key file's deletion");
                keys.delete(name);
                pass("after key file's deletion");
            }
        };
    }
}
