package endpointlab.resource;

import endpointlab.lab.Difference;
import endpointlab.lab.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;

/** EC2 instances. */
final class InstanceHandler implements ResourceHandler {

    private static final String GROUPS = "SecurityGroups";

    @Override
    public String kind() {
        return "instance";
    }

    @Override
    public boolean takesClientToken() {
        return true;
    }

    @Override
    public List<String> find(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeInstancesRequest.builder().filters(work.tags().filters())
                                .nextToken(token).build(), work.aws().ec2()::describeInstances,
                        DescribeInstancesResponse::nextToken).stream()
                .flatMap(InstanceHandler::instances)
                .filter(instance -> !instance.state().nameAsString().equals("terminated"))
                .map(Instance::instanceId).toList();
    }

    @Override
    public Look create(ResourceWork work) {
        return look(work, work.aws().change(request(work), work.aws().ec2()::runInstances, work.repeatable(),
                answer -> work.made(answer.instances().get(0).instanceId())).instances().get(0));
    }

    @Override
    public RunInstancesRequest request(ResourceWork work) {
        RunInstancesRequest.Builder request = RunInstancesRequest.builder().minCount(1).maxCount(1)
                .imageId(work.input("ami")).instanceType(work.input("instance-type")).keyName(work.input("key-name"))
                .clientToken(work.state().clientToken())
                // A public address can only be asked for on an interface, and then group and subnet belong there too.
                .networkInterfaces(InstanceNetworkInterfaceSpecification.builder().deviceIndex(0)
                        .subnetId(work.input("subnet")).groups(work.input("security-group"))
                        .associatePublicIpAddress(work.flag("public-ip")).build())
                .tagSpecifications(work.tags().specification(ResourceType.INSTANCE),
                        work.tags().specification(ResourceType.VOLUME),
                        work.tags().specification(ResourceType.NETWORK_INTERFACE));
        String userData = work.inputs().getOrDefault("user-data", "");
        if (!userData.isEmpty()) {
            request.userData(Base64.getEncoder().encodeToString(userData.getBytes(StandardCharsets.UTF_8)));
        }
        return request.build();
    }

    @Override
    public Look look(ResourceWork work) {
        return instance(work).map(instance -> look(work, instance).differing(differences(work, instance)))
                .orElse(Look.gone());
    }

    private static List<Difference> differences(ResourceWork work, Instance instance) {
        String groups = instance.securityGroups().stream().map(GroupIdentifier::groupId).sorted()
                .collect(Collectors.joining(" "));
        return Stream.of(new Difference(GROUPS, work.input("security-group"), groups),
                        new Difference("InstanceType", work.input("instance-type"), instance.instanceTypeAsString()))
                .filter(one -> !one.expected().equals(one.found())).toList();
    }

    /** The type can't be changed while it runs. */
    @Override
    public void repair(ResourceWork work, List<Difference> differences) {
        if (differences.stream().anyMatch(one -> one.setting().equals(GROUPS))) {
            ModifyInstanceAttributeRequest request = ModifyInstanceAttributeRequest.builder().instanceId(work.id())
                    .groups(work.input("security-group")).build();
            work.aws().change(request, work.aws().ec2()::modifyInstanceAttribute, work.repeatable());
        }
    }

    private static Look look(ResourceWork work, Instance instance) {
        String state = instance.state().nameAsString();
        Map<String, String> attributes = attributes(instance);
        return switch (state) {
            case "running" -> work.flag("public-ip") && instance.publicIpAddress() == null
                    ? Look.notYet(state, attributes) : Look.ready(state, attributes);
            case "pending" -> Look.notYet(state, attributes);
            default -> Look.failed(state, new Problem("InstanceNotRunning", "problem.instance-state.cause",
                    "problem.instance-state.remedy", List.of(state), "DescribeInstances",
                    instance.stateReason() == null ? "" : String.valueOf(instance.stateReason().message()), ""));
        };
    }

    private static Map<String, String> attributes(Instance instance) {
        Map<String, String> attributes = new HashMap<>();
        putIfKnown(attributes, "public-ip", instance.publicIpAddress());
        putIfKnown(attributes, "private-ip", instance.privateIpAddress());
        return attributes;
    }

    private static void putIfKnown(Map<String, String> attributes, String name, String value) {
        if (value != null && !value.isEmpty()) {
            attributes.put(name, value);
        }
    }

    private static Optional<Instance> instance(ResourceWork work) {
        DescribeInstancesRequest request = DescribeInstancesRequest.builder().instanceIds(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeInstances))
                .flatMap(answer -> instances(answer).findFirst());
    }

    private static Stream<Instance> instances(DescribeInstancesResponse answer) {
        return answer.reservations().stream().flatMap(reservation -> reservation.instances().stream());
    }

    /** The public key is copied at launch. */
    @Override
    public boolean keepsWhatItWasMadeWith(String input) {
        return input.equals("key-name");
    }

    @Override
    public Expectation ready() {
        return Expectation.seconds("wait.instance", 20, 10, 5, 1.5, 600);
    }

    @Override
    public void delete(ResourceWork work) {
        TerminateInstancesRequest request = TerminateInstancesRequest.builder().instanceIds(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().ec2()::terminateInstances,
                work.repeatable()));
    }

    @Override
    public boolean isDeletableWhileUsed() {
        return true;
    }

    @Override
    public Optional<Expectation> lingers() {
        return Optional.of(Expectation.seconds("wait.instance-gone", 30, 18, 6, 1.5, 900));
    }

    @Override
    public boolean isGone(ResourceWork work) {
        return instance(work).map(instance -> instance.state().nameAsString().equals("terminated")).orElse(true);
    }
}
