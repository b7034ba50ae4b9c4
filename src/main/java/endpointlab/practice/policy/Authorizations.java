package endpointlab.practice.policy;

import endpointlab.practice.policy.ResourceTable.Entry;
import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.AwsService;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What a policy is asked about a call: its action on each of its resources, and what the call implies: tags given at
 * creation need {@code ec2:CreateTags} (ELBv2: {@code AddTags}) with the creating action as a condition key, an image
 * by its SSM parameter needs {@code ssm:GetParameters}, and the first load balancer of an account needs
 * {@code iam:CreateServiceLinkedRole}.
 *
 * <p>Source: EC2 User Guide, "Grant permission to tag Amazon EC2 resources during creation" and "Example policies";
 * ELB User Guide, "Elastic Load Balancing service-linked role". Assumed: {@code aws:RequestTag} comes with what EC2
 * makes and not with the other resources of the call; a subnet or group that RunInstances doesn't name is asked about
 * as any; a call through the practice cloud's plain HTTP counts as {@code aws:SecureTransport}, which AWS's always is.
 */
final class Authorizations {

    static final String CREATE_ROLE = "iam:CreateServiceLinkedRole";
    private static final String ELB = "elasticloadbalancing.amazonaws.com";
    /** IAM is global; its calls count as made in this Region. */
    private static final String IAM_REGION = "us-east-1";
    private static final String SSM = "resolve:ssm:";

    private final Cloud cloud;
    private final String principal;
    private final Arns arns;
    private final ResourceTable table = new ResourceTable();

    /** @param principal ARN of the caller */
    Authorizations(Cloud cloud, String principal) {
        this.cloud = cloud;
        this.principal = principal;
        this.arns = new Arns(cloud);
    }

    /** Use inside {@link endpointlab.practice.world.World#locked}. */
    List<Authorization> of(ApiCall call) {
        List<Authorization> asked = new ArrayList<>();
        for (Entry entry : table.of(call.service(), call.action())) {
            if (entry.made()) {
                made(call, entry, asked);
            } else {
                used(call, entry, asked);
            }
        }
        if (asked.isEmpty()) {
            asked.add(new Authorization(call.iamAction(), Authorization.ANY, context(call.request())));
        }
        implied(call, asked);
        return asked;
    }

    private void made(ApiCall call, Entry entry, List<Authorization> asked) {
        boolean ec2 = call.service() == AwsService.EC2;
        Map<String, String> tags = ec2 ? Members.tagSpecification(call.request(), entry.type())
                : Members.tags(call.request());
        if (entry.optional() && tags.isEmpty()) {
            return;
        }
        String name = entry.member().isEmpty() ? Authorization.ANY
                : String.join("", Members.texts(call.request(), entry.member())) + (ec2 ? "" : "/*");
        String arn = arns.of(call.service(), entry.type(), name);
        Map<String, List<String>> context = context(call.request());
        addRequestTags(context, tags);
        asked.add(new Authorization(call.iamAction(), arn, context));
        if (!tags.isEmpty()) {
            asked.add(tagging(call, arn, tags));
        }
    }

    private Authorization tagging(ApiCall call, String arn, Map<String, String> tags) {
        boolean ec2 = call.service() == AwsService.EC2;
        Map<String, List<String>> context = context(call.request());
        addRequestTags(context, tags);
        context.put(ec2 ? ConditionKeys.EC2_CREATE_ACTION : ConditionKeys.ELB_CREATE_ACTION, List.of(call.action()));
        return new Authorization(ec2 ? "ec2:CreateTags" : "elasticloadbalancing:AddTags", arn, context);
    }

    private void used(ApiCall call, Entry entry, List<Authorization> asked) {
        List<String> named = Members.texts(call.request(), entry.member());
        if (named.isEmpty() && !entry.optional()) {
            named = List.of(Authorization.ANY);
        }
        for (String each : named) {
            String type = entry.type().equals(Authorization.ANY) ? Arns.typeOf(each) : entry.type();
            String name = arns.arnName(type, each);
            Map<String, List<String>> context = context(call.request());
            addRequestTags(context, Members.tags(call.request()));
            addResourceTags(context, arns.tags(type, name));
            asked.add(new Authorization(call.iamAction(), arns.of(call.service(), type, name), context));
        }
    }

    private void implied(ApiCall call, List<Authorization> asked) {
        if (call.action().equals("CreateListener") && !Members.tags(call.request()).isEmpty()) {
            String listener = asked.get(0).resource().replace(":loadbalancer/", ":listener/") + "/*";
            asked.add(tagging(call, listener, Members.tags(call.request())));
        }
        if (call.action().equals("RunInstances")) {
            Members.texts(call.request(), "ImageId").stream().filter(image -> image.startsWith(SSM))
                    .forEach(image -> asked.add(new Authorization("ssm:GetParameters", "arn:aws:ssm:"
                            + cloud.world.region + "::parameter" + image.substring(SSM.length()), context(null))));
        }
        if (call.action().equals("CreateLoadBalancer") && !hadLoadBalancer()) {
            Map<String, List<String>> context = context(null);
            context.put(ConditionKeys.AWS_SERVICE_NAME, List.of(ELB));
            context.put(ConditionKeys.REQUESTED_REGION, List.of(IAM_REGION));
            asked.add(new Authorization(CREATE_ROLE, serviceLinkedRole(cloud.world.accountId), context));
        }
    }

    /** ARN of the role that ELB works with in an account. */
    static String serviceLinkedRole(String accountId) {
        return "arn:aws:iam::" + accountId + ":role/aws-service-role/" + ELB
                + "/AWSServiceRoleForElasticLoadBalancing";
    }

    /** The role stays when the load balancer is gone. */
    private boolean hadLoadBalancer() {
        return cloud.timing.drawn().stream().anyMatch(drawn -> drawn.transition() == Transition.LOAD_BALANCER_ACTIVE);
    }

    private Map<String, List<String>> context(SdkPojo request) {
        Map<String, List<String>> context = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        context.put(ConditionKeys.REQUESTED_REGION, List.of(cloud.world.region));
        context.put(ConditionKeys.EC2_REGION, List.of(cloud.world.region));
        context.put(ConditionKeys.PRINCIPAL_ARN, List.of(principal));
        context.put(ConditionKeys.PRINCIPAL_ACCOUNT, List.of(cloud.world.accountId));
        context.put(ConditionKeys.SECURE_TRANSPORT, List.of("true"));
        context.put(ConditionKeys.VIA_AWS_SERVICE, List.of("false"));
        if (request != null) {
            addKeysOfRequest(context, request);
        }
        return context;
    }

    private static void addKeysOfRequest(Map<String, List<String>> context, SdkPojo request) {
        addIfThere(context, ConditionKeys.INSTANCE_TYPE, Members.texts(request, "InstanceType"));
        addIfThere(context, ConditionKeys.VPCE_SERVICE_NAME, Members.texts(request, "ServiceName"));
    }

    private static void addIfThere(Map<String, List<String>> context, String key, List<String> values) {
        if (!values.isEmpty()) {
            context.put(key, values);
        }
    }

    private static void addRequestTags(Map<String, List<String>> context, Map<String, String> tags) {
        tags.forEach((key, value) -> context.put(ConditionKeys.REQUEST_TAG + key, List.of(value)));
        addIfThere(context, ConditionKeys.TAG_KEYS, List.copyOf(tags.keySet()));
    }

    private static void addResourceTags(Map<String, List<String>> context, Map<String, String> tags) {
        tags.forEach((key, value) -> {
            context.put(ConditionKeys.RESOURCE_TAG + key, List.of(value));
            context.put(ConditionKeys.EC2_RESOURCE_TAG + key, List.of(value));
            context.put(ConditionKeys.ELB_RESOURCE_TAG + key, List.of(value));
        });
    }
}
