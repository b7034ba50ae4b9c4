package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.InstanceStates;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.EbsStatusSummary;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.InstanceStatusSummary;

/** What EC2 tells of instances. Source: EC2 API Reference. */
final class InstanceDescriptions {

    private final Cloud cloud;
    private final InstanceFinder finder;
    private final InstanceViews views;
    private final NetworkInterfaceViews interfaces;
    private final Filters<Instance> filters;
    private final Filters<Instance> statusFilters;

    InstanceDescriptions(Cloud cloud, Images images) {
        this.cloud = cloud;
        this.finder = new InstanceFinder(cloud);
        this.views = new InstanceViews(cloud, images);
        this.interfaces = new NetworkInterfaceViews(cloud);
        this.filters = new InstanceFilters(cloud, views).create();
        this.statusFilters = new Filters<Instance>(one -> cloud.tags.of(one.id()))
                .with("availability-zone", views::zone)
                .with("instance-state-name", views::state)
                .with("instance-state-code", one -> InstanceStates.code(views.state(one)))
                .with("instance-status.status", this::status)
                .with("instance-status.reachability", this::reachability)
                .with("system-status.status", this::status)
                .with("system-status.reachability", this::reachability)
                .inAnswer(this::statusView, """
                        availability-zone-id AvailabilityZoneId
                        event.code
                        event.description
                        event.instance-event-id
                        event.not-after
                        event.not-before
                        event.not-before-deadline
                        operator.managed Operator.Managed
                        operator.principal
                        attached-ebs-status.status AttachedEbsStatus.Status
                        """);
    }

    void register(Registrar registrar) {
        registrar.add("DescribeInstances", DescribeInstancesRequest::builder, this::describe);
        registrar.add("DescribeInstanceStatus", DescribeInstanceStatusRequest::builder, this::describeStatus);
        registrar.add("DescribeInstanceAttribute", DescribeInstanceAttributeRequest::builder,
                this::describeAttribute);
    }

    private List<Instance> rows(List<String> ids) {
        return ids.isEmpty() ? finder.all() : finder.seen(ids);
    }

    private DescribeInstancesResponse describe(DescribeInstancesRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.instanceIds(), "instancesSet");
        Page<Instance> page = cloud.paging.page(filters.apply(rows(request.instanceIds()), request.filters()),
                Instance::id, request.maxResults(), request.nextToken());
        Map<String, List<Instance>> reservations = page.rows().stream().collect(Collectors.groupingBy(
                Instance::reservationId, LinkedHashMap::new, Collectors.toList()));
        return DescribeInstancesResponse.builder().nextToken(page.nextToken())
                .reservations(reservations.entrySet().stream()
                        .map(entry -> views.reservation(entry.getKey(), entry.getValue())).toList()).build();
    }

    private DescribeInstanceStatusResponse describeStatus(DescribeInstanceStatusRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.instanceIds(), "instancesSet");
        boolean all = Boolean.TRUE.equals(request.includeAllInstances());
        List<Instance> rows = rows(request.instanceIds()).stream()
                .filter(one -> all || views.state(one).equals(InstanceStates.RUNNING)).toList();
        Page<Instance> page = cloud.paging.page(statusFilters.apply(rows, request.filters()), Instance::id,
                request.maxResults(), request.nextToken());
        return DescribeInstanceStatusResponse.builder().nextToken(page.nextToken())
                .instanceStatuses(page.rows().stream().map(this::statusView).toList()).build();
    }

    private String status(Instance instance) {
        if (!views.state(instance).equals(InstanceStates.RUNNING)) {
            return "not-applicable";
        }
        return cloud.passed(instance.statusOkAt()) ? "ok" : "initializing";
    }

    private String reachability(Instance instance) {
        return status(instance).equals("ok") ? "passed" : "initializing";
    }

    private InstanceStatus statusView(Instance instance) {
        String state = views.state(instance);
        InstanceStatusSummary.Builder summary = InstanceStatusSummary.builder().status(status(instance));
        if (state.equals(InstanceStates.RUNNING)) {
            summary.details(detail -> detail.name("reachability").status(reachability(instance)));
        }
        return InstanceStatus.builder().instanceId(instance.id()).availabilityZone(views.zone(instance))
                .availabilityZoneId(views.zoneId(instance)).operator(operator -> operator.managed(false))
                .attachedEbsStatus(ebs(instance))
                .instanceState(builder -> builder.name(state).code(InstanceStates.code(state)))
                .instanceStatus(summary.build()).systemStatus(summary.build()).build();
    }

    /** Only Nitro instances tell the state of their volumes. */
    private EbsStatusSummary ebs(Instance instance) {
        String state = views.state(instance);
        if (!views.isNitro(instance)) {
            return null;
        }
        EbsStatusSummary.Builder summary = EbsStatusSummary.builder().status(status(instance));
        if (state.equals(InstanceStates.RUNNING)) {
            summary.details(detail -> detail.name("reachability").status(reachability(instance)));
        }
        return summary.build();
    }

    private DescribeInstanceAttributeResponse describeAttribute(DescribeInstanceAttributeRequest request) {
        Instance instance = finder.seen(List.of(Invalid.required(request.instanceId(), "instanceId"))).get(0);
        String attribute = Invalid.required(request.attributeAsString(), "attribute");
        DescribeInstanceAttributeResponse.Builder answer =
                DescribeInstanceAttributeResponse.builder().instanceId(instance.id());
        switch (attribute) {
            case "instanceType" -> answer.instanceType(text(instance.instanceType()));
            case "userData" -> answer.userData(text(instance.userData()));
            case "rootDeviceName" -> answer.rootDeviceName(text(InstanceViews.ROOT_DEVICE));
            case "instanceInitiatedShutdownBehavior" -> answer.instanceInitiatedShutdownBehavior(text("stop"));
            case "disableApiTermination" -> answer.disableApiTermination(flag(instance.mayNotBeTerminated()));
            case "disableApiStop" -> answer.disableApiStop(flag(false));
            case "ebsOptimized" -> answer.ebsOptimized(flag(false));
            case "enaSupport" -> answer.enaSupport(flag(true));
            case "sourceDestCheck" -> answer.sourceDestCheck(flag(true));
            case "kernel", "ramdisk" -> { }
            case "sriovNetSupport" -> answer.sriovNetSupport(text("simple"));
            case "enclaveOptions" -> answer.enclaveOptions(options -> options.enabled(false));
            case "productCodes" -> answer.productCodes(List.of());
            case "blockDeviceMapping" -> answer.blockDeviceMappings(views.of(instance).blockDeviceMappings());
            case "groupSet" -> answer.groups(interfaces.groups(instance.groupIds()));
            default -> throw Invalid.value(attribute, "attribute", "Unknown attribute.");
        }
        return answer.build();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().value(value).build();
    }

    private static AttributeBooleanValue flag(boolean value) {
        return AttributeBooleanValue.builder().value(value).build();
    }
}
