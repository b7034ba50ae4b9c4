package endpointlab.practice.ec2;

import endpointlab.practice.ec2.InstanceTypes.InstanceType;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceCreditSpecificationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceCreditSpecificationsResponse;
import software.amazon.awssdk.services.ec2.model.InstanceCreditSpecification;

/**
 * How burstable instances pay for more than their share of a processor. Source: EC2 User Guide, "Burstable
 * performance instances": T2 is {@code standard} unless asked otherwise, all later families {@code unlimited}.
 */
final class CreditOperations {

    private final Cloud cloud;
    private final InstanceFinder finder;
    private final Filters<Instance> filters = new Filters<Instance>(one -> Map.of()).with("instance-id", Instance::id);

    CreditOperations(Cloud cloud) {
        this.cloud = cloud;
        this.finder = new InstanceFinder(cloud);
    }

    void register(Registrar registrar) {
        registrar.add("DescribeInstanceCreditSpecifications", DescribeInstanceCreditSpecificationsRequest::builder,
                this::describe);
    }

    private DescribeInstanceCreditSpecificationsResponse describe(DescribeInstanceCreditSpecificationsRequest request) {
        List<Instance> rows = request.instanceIds().isEmpty() ? finder.all() : finder.seen(request.instanceIds());
        List<Instance> burstable = rows.stream().filter(one -> InstanceTypes.byName(one.instanceType())
                .filter(InstanceType::isBurstable).isPresent()).toList();
        Page<Instance> page = cloud.paging.page(filters.apply(burstable, request.filters()), Instance::id,
                request.maxResults(), request.nextToken());
        return DescribeInstanceCreditSpecificationsResponse.builder().nextToken(page.nextToken())
                .instanceCreditSpecifications(page.rows().stream().map(one -> InstanceCreditSpecification.builder()
                        .instanceId(one.id()).cpuCredits(one.instanceType().startsWith("t2.") ? "standard"
                                : "unlimited").build()).toList()).build();
    }
}
