package endpointlab.practice.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** An API server with its clients, for one test. */
final class TestServer implements AutoCloseable {

    static final String REGION = "us-east-1";
    static final PracticeCredentials CREDENTIALS =
            new PracticeCredentials("AKIAPRACTICE00000000", "practice/secret+of=nobody");

    final OperationTable ec2 = new OperationTable();
    final OperationTable elb = new OperationTable();
    final OperationTable sts = new OperationTable();
    final ApiServer api;
    final TestClients clients;

    TestServer() {
        this(builder -> builder);
    }

    TestServer(UnaryOperator<ApiServer.Builder> settings) {
        try {
            api = settings.apply(ApiServer.builder(REGION, CREDENTIALS)
                    .operations(AwsService.EC2, ec2)
                    .operations(AwsService.ELB, elb)
                    .operations(AwsService.STS, sts)).start();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        clients = new TestClients(api.endpoint(), REGION, CREDENTIALS);
    }

    @Override
    public void close() {
        clients.close();
        api.close();
    }
}
