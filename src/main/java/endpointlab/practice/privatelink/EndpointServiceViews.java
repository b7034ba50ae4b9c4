package endpointlab.practice.privatelink;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.EndpointServiceStates;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesResponse;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameConfiguration;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.ServiceTypeDetail;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Endpoint services as their provider and as their customers see them.
 *
 * <p>Source: EC2 API Reference; a full answer of AWS in AWS-FACTS, I-3. The practice cloud has one account, whose
 * own services are always visible to it, and lists no services of AWS itself.
 */
final class EndpointServiceViews {

    private static final ServiceTypeDetail INTERFACE = ServiceTypeDetail.builder().serviceType("Interface").build();

    private final Cloud cloud;
    private final PrivateLinkFinder find;
    private final Filters<EndpointService> configurationFilters;
    private final Filters<EndpointService> serviceFilters;

    EndpointServiceViews(Cloud cloud) {
        this.cloud = cloud;
        this.find = new PrivateLinkFinder(cloud);
        this.configurationFilters = new Filters<EndpointService>(service -> cloud.tags.of(service.id())).refusedAs(PrivateLinkErrors::invalidFilter)
                .with("service-id", EndpointService::id)
                .with("service-name", EndpointService::serviceName)
                .with("service-state", this::state)
                .with("supported-ip-address-types", service -> "ipv4");
        this.serviceFilters = new Filters<EndpointService>(service -> cloud.tags.of(service.id())).refusedAs(PrivateLinkErrors::invalidFilter)
                .with("owner", service -> cloud.world.accountId)
                .with("service-name", EndpointService::serviceName)
                .with("service-region", service -> cloud.world.region)
                .with("service-type", service -> "Interface")
                .with("supported-ip-address-types", service -> "ipv4");
    }

    DescribeVpcEndpointServiceConfigurationsResponse describe(
            DescribeVpcEndpointServiceConfigurationsRequest request) {
        List<EndpointService> wanted = request.serviceIds().isEmpty()
                ? find.services().stream().filter(service -> cloud.find.sees(service.createdAt())).toList()
                : request.serviceIds().stream().distinct().map(find::described).toList();
        Page<EndpointService> page = cloud.paging.page(configurationFilters.apply(wanted, request.filters()),
                EndpointService::id, request.maxResults(), request.nextToken(), Page.Limits.ENDPOINTS);
        return DescribeVpcEndpointServiceConfigurationsResponse.builder().nextToken(page.nextToken())
                .serviceConfigurations(page.rows().stream().map(this::configuration).toList()).build();
    }

    DescribeVpcEndpointServicesResponse describe(DescribeVpcEndpointServicesRequest request) {
        List<String> elsewhere = request.serviceRegions().stream()
                .filter(region -> !region.equals(cloud.world.region)).toList();
        if (!elsewhere.isEmpty()) {
            throw PrivateLinkErrors.lacking("Endpoint services in other Regions");
        }
        List<EndpointService> wanted = request.serviceNames().isEmpty()
                ? find.services().stream().map(EndpointService::serviceName)
                        .flatMap(name -> find.byName(name).stream()).toList()
                : request.serviceNames().stream().distinct().map(name ->
                        find.byName(name).orElseThrow(() -> PrivateLinkErrors.noSuchService(name))).toList();
        Page<EndpointService> page = cloud.paging.page(serviceFilters.apply(wanted, request.filters()),
                EndpointService::id, request.maxResults(), request.nextToken(), Page.Limits.ENDPOINTS);
        return DescribeVpcEndpointServicesResponse.builder().nextToken(page.nextToken())
                .serviceNames(page.rows().stream().map(EndpointService::serviceName).toList())
                .serviceDetails(page.rows().stream().map(this::detail).toList()).build();
    }

    ServiceConfiguration configuration(EndpointService service) {
        return ServiceConfiguration.builder()
                .serviceId(service.id()).serviceName(service.serviceName()).serviceType(INTERFACE)
                .serviceState(state(service)).availabilityZones(service.availabilityZones())
                .availabilityZoneIds(zoneIds(service)).acceptanceRequired(service.acceptanceRequired())
                .managesVpcEndpoints(false).networkLoadBalancerArns(service.loadBalancerArns())
                .supportedIpAddressTypesWithStrings("ipv4").baseEndpointDnsNames(baseDnsName(service))
                .privateDnsNameConfiguration(PrivateDnsNameConfiguration.builder().build())
                .tags(tags(service)).build();
    }

    private ServiceDetail detail(EndpointService service) {
        return ServiceDetail.builder()
                .serviceId(service.id()).serviceName(service.serviceName()).serviceType(INTERFACE)
                .serviceRegion(cloud.world.region).availabilityZones(service.availabilityZones())
                .availabilityZoneIds(zoneIds(service)).owner(cloud.world.accountId)
                .baseEndpointDnsNames(baseDnsName(service)).vpcEndpointPolicySupported(false)
                .acceptanceRequired(service.acceptanceRequired()).managesVpcEndpoints(false)
                .supportedIpAddressTypesWithStrings("ipv4").tags(tags(service)).build();
    }

    private String state(EndpointService service) {
        return EndpointServiceStates.at(service, cloud.now());
    }

    private List<String> zoneIds(EndpointService service) {
        return service.availabilityZones().stream().map(cloud.zones::idOf).toList();
    }

    private String baseDnsName(EndpointService service) {
        return service.id() + "." + cloud.world.region + ".vpce.amazonaws.com";
    }

    private List<Tag> tags(EndpointService service) {
        return cloud.paging.shuffled(cloud.tags.list(service.id()), Tag::key);
    }
}
