package endpointlab.practice.errors;

import static endpointlab.practice.errors.ErrorLab.GONE;
import static endpointlab.practice.errors.ErrorLab.launch;
import static endpointlab.practice.errors.Row.ec2;

import endpointlab.practice.world.Transition;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** AWS-FACTS 2.3: instances, key pairs, client tokens, pages and filters. */
final class InstanceRows {

    private InstanceRows() {
    }

    static List<Row> all() {
        return Stream.of(launching(), instances(), tokens(), lists()).flatMap(List::stream).toList();
    }

    private static List<Row> launching() {
        return List.of(
                ec2("InvalidKeyPair.NotFound", "launch with a key pair that is gone",
                        "The key pair 'mine' does not exist",
                        lab -> lab.ec2().runInstances(launch().keyName("mine").build())),
                ec2("InvalidKeyPair.Duplicate", "a key pair's name twice", "The keypair already exists", lab -> {
                    lab.ec2().createKeyPair(r -> r.keyName("mine"));
                    return lab.ec2().createKeyPair(r -> r.keyName("mine"));
                }),
                ec2("InvalidAMIID.NotFound", "an image of another Region",
                        "The image id '[ami-0123456789abcdef0]' does not exist",
                        lab -> lab.ec2().runInstances(launch().imageId("ami-" + GONE).build())),
                ec2("InvalidAMIID.Malformed", "a name instead of an image's id",
                        "Invalid id: \"al2023\" (expecting \"ami-...\")",
                        lab -> lab.ec2().runInstances(launch().imageId("al2023").build())),
                ec2("Unsupported", "a type that the old zone lacks",
                        "Your requested instance type (t3.micro) is not supported in your requested Availability Zone "
                                + "(us-east-1e). Please retry your request by not specifying an Availability Zone or "
                                + "choosing us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1f.",
                        lab -> lab.ec2().runInstances(launch().placement(place -> place
                                .availabilityZone("us-east-1e")).build())),
                ec2("InsufficientFreeAddressesInSubnet", "more instances than addresses",
                        "There are not enough free addresses in subnet '…' to satisfy the requested number of "
                                + "instances.",
                        lab -> lab.ec2().runInstances(launch().subnetId(
                                lab.network.subnet(lab.vpc(), "10.0.2.0/28", ErrorLab.ZONE)).minCount(12).maxCount(12)
                                .build())));
    }

    private static List<Row> instances() {
        return List.of(
                ec2("InvalidInstanceID.NotFound", "terminate an instance that is gone",
                        "The instance ID 'i-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().terminateInstances(r -> r.instanceIds("i-" + GONE))),
                ec2("InvalidInstanceID.NotFound", "one of two instances is gone",
                        "The instance ID 'i-0123456789abcdef0' does not exist",
                        lab -> lab.ec2().terminateInstances(r -> r.instanceIds(
                                lab.network.instance(lab.subnet(lab.vpc())), "i-" + GONE))),
                ec2("OperationNotPermitted", "terminate an instance that is protected",
                        "The instance '…' may not be terminated. Modify its 'disableApiTermination' instance attribute "
                                + "and try again.", lab -> {
                            String id = lab.ec2().runInstances(launch().disableApiTermination(true).build())
                                    .instances().get(0).instanceId();
                            return lab.ec2().terminateInstances(r -> r.instanceIds(id));
                        }),
                ec2("DryRunOperation", "a dry run that would succeed",
                        "Request would have succeeded, but DryRun flag is set.",
                        lab -> lab.ec2().createVpc(r -> r.cidrBlock("10.0.0.0/16").dryRun(true))).status(412));
    }

    private static List<Row> tokens() {
        RunInstancesRequest first = launch().clientToken("once").build();
        return List.of(
                ec2("IdempotentParameterMismatch", "a token again with other parameters",
                        "Arguments on this idempotent request are inconsistent with arguments used in previous "
                                + "request(s).", lab -> {
                            lab.ec2().runInstances(first);
                            return lab.ec2().runInstances(first.toBuilder().instanceType("t3.small").build());
                        }),
                ec2("IdempotentInstanceTerminated", "the token of an instance that is terminated",
                        "The instance launched with this client token has been terminated.", lab -> {
                            String id = lab.ec2().runInstances(first).instances().get(0).instanceId();
                            lab.ec2().terminateInstances(r -> r.instanceIds(id));
                            lab.practice.advance(Transition.INSTANCE_TERMINATED);
                            return lab.ec2().runInstances(first);
                        }),
                ec2("InvalidClientToken", "a token of 65 characters",
                        "The client token must be no more than 64 ASCII characters",
                        lab -> lab.ec2().runInstances(launch().clientToken("t".repeat(65)).build())));
    }

    private static List<Row> lists() {
        Filter unknown = Filter.builder().name("colour").values("red").build();
        return List.of(
                ec2("InvalidNextToken", "a page of another list", "The token 'page 2' is invalid",
                        lab -> lab.ec2().describeSubnets(r -> r.maxResults(5).nextToken("page 2"))),
                ec2("InvalidParameterValue", "a page of no rows",
                        "Value ( 1 ) for parameter maxResults is invalid. Expecting a value greater than 5.",
                        lab -> lab.ec2().describeInstances(r -> r.maxResults(1))),
                ec2("InvalidParameterValue", "a filter that EC2 lacks", "The filter 'colour' is invalid",
                        lab -> lab.ec2().describeVpcs(r -> r.filters(unknown))),
                ec2("FilterLimitExceeded", "201 values in a filter",
                        "The maximum number of filter values specified on a single call is 200",
                        lab -> lab.ec2().describeVpcs(r -> r.filters(filter -> filter.name("vpc-id").values(
                                Stream.iterate("v", v -> v + "v").limit(201).toList())))),
                ec2("InvalidFilter", "a filter that endpoints lack", "The filter 'colour' is invalid",
                        lab -> lab.ec2().describeVpcEndpoints(r -> r.filters(unknown))),
                ec2("InvalidFilter", "a principal as filter of permissions", "The filter value "
                        + "arn:aws:iam::123456789012:role/developer contains unsupported characters",
                        lab -> {
                            String service = lab.service().serviceId();
                            return lab.ec2().describeVpcEndpointServicePermissions(r -> r.serviceId(service).filters(
                                    filter -> filter.name("principal")
                                            .values("arn:aws:iam::123456789012:role/developer")));
                        }),
                ec2("InvalidMaxResults", "a page of no endpoints",
                        "The specified value for MaxResults is not valid.",
                        lab -> lab.ec2().describeVpcEndpoints(r -> r.maxResults(0))));
    }
}
