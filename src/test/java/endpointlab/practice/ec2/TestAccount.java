package endpointlab.practice.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.practice.wire.ApiServer;
import endpointlab.practice.wire.AwsService;
import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.wire.PracticeCredentials;
import endpointlab.practice.wire.TestClients;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Timing;
import endpointlab.practice.world.Visibility;
import endpointlab.practice.world.World;
import endpointlab.practice.world.WorldStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** A new account, asked through a real SDK client and the wire. */
public final class TestAccount implements AutoCloseable {

    public static final String ACCOUNT = "123456789012";
    public static final String AMI = "resolve:ssm:/aws/service/ami-amazon-linux-latest/"
            + "al2023-ami-kernel-default-x86_64";
    private static final String REGION = "us-east-1";

    public final Cloud cloud;
    public final TestMachines machines = new TestMachines();
    public final Ec2Client ec2;
    private final ApiServer server;
    private final TestClients clients;

    /** Everything is seen at once. */
    public TestAccount(Pace pace) {
        this(pace, true);
    }

    public TestAccount(Pace pace, boolean immediate) {
        this(new World(ACCOUNT, REGION, 42), LabClock.startingNow(pace), immediate);
    }

    /** An account that is kept on disk. */
    public TestAccount(WorldStore store) {
        this(store.world(), store.clock(), true);
    }

    private TestAccount(World world, LabClock clock, boolean immediate) {
        cloud = new Cloud(world, clock, new Timing(42), new Visibility(immediate, 42, clock));
        DefaultVpc.createIn(cloud);
        OperationTable table = new OperationTable();
        Ec2Operations.register(table, cloud, machines);
        PracticeCredentials credentials = new PracticeCredentials("AKIAPRACTICE00000000", "secret");
        try {
            server = ApiServer.builder(REGION, credentials).operations(AwsService.EC2, table).start();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        clients = new TestClients(server.endpoint(), REGION, credentials);
        ec2 = clients.ec2();
    }

    /** Asserts that the call is answered by this error. */
    public void refused(String code, String message, Consumer<Ec2Client> call) {
        assertThatThrownBy(() -> call.accept(ec2)).asInstanceOf(type(Ec2Exception.class))
                .satisfies(error -> {
                    assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code);
                    assertThat(error.awsErrorDetails().errorMessage())
                            .isEqualTo(message);
                });
    }

    public String vpc(String block) {
        return ec2.createVpc(r -> r.cidrBlock(block)).vpc().vpcId();
    }

    public String subnet(String vpcId, String block) {
        return ec2.createSubnet(r -> r.vpcId(vpcId).cidrBlock(block).availabilityZone("us-east-1a"))
                .subnet().subnetId();
    }

    /** An internet gateway attached to the VPC. */
    public String gateway(String vpcId) {
        String id = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpcId));
        return id;
    }

    public String group(String vpcId, String name) {
        return ec2.createSecurityGroup(r -> r.vpcId(vpcId).groupName(name).description("for tests")).groupId();
    }

    /** A t3.micro with a public address. */
    public String instance(String subnetId, String... groupIds) {
        return ec2.runInstances(publicInstance(subnetId, groupIds)).instances().get(0).instanceId();
    }

    public static RunInstancesRequest publicInstance(String subnetId, String... groupIds) {
        return RunInstancesRequest.builder().imageId(AMI).instanceType("t3.micro").minCount(1).maxCount(1)
                .networkInterfaces(network -> network.deviceIndex(0).subnetId(subnetId)
                        .associatePublicIpAddress(true).groups(List.of(groupIds)))
                .build();
    }

    public String stateOf(String instanceId) {
        return ec2.describeInstances(r -> r.instanceIds(instanceId)).reservations().get(0).instances().get(0)
                .state().nameAsString();
    }

    public String defaultVpcId() {
        return ec2.describeVpcs(r -> r.filters(filter("is-default", "true"))).vpcs().get(0).vpcId();
    }

    public static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    @Override
    public void close() {
        clients.close();
        server.close();
    }
}
