package endpointlab.practice.privatelink;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.EndpointServiceStates;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Page;
import java.util.List;
import java.util.stream.Stream;
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
 * own services are always visible to it, beside those of AWS.
 */
final class EndpointServiceViews {

    private static final ServiceTypeDetail INTERFACE = ServiceTypeDetail.builder().serviceType("Interface").build();

    private final Cloud cloud;
    private final PrivateLinkFinder find;
    private final AwsServices awsServices;
    private final Filters<EndpointService> configurationFilters;
    private final Filters<ServiceDetail> serviceFilters;

    EndpointServiceViews(Cloud cloud) {
        this.cloud = cloud;
        this.find = new PrivateLinkFinder(cloud);
        this.awsServices = new AwsServices(cloud.zones);
        this.configurationFilters = new Filters<EndpointService>(service -> cloud.tags.of(service.id()))
                .refusedAs(PrivateLinkErrors::invalidFilter)
                .with("service-id", EndpointService::id)
                .with("service-name", EndpointService::serviceName)
                .with("service-state", this::state)
                .with("supported-ip-address-types", service -> "ipv4");
        this.serviceFilters = new Filters<ServiceDetail>(service -> cloud.tags.of(service.serviceId()))
                .refusedAs(PrivateLinkErrors::invalidFilter)
                .inAnswer(service -> service, """
                        owner Owner
                        service-name ServiceName
                        service-region ServiceRegion
                        service-type ServiceType.ServiceType
                        supported-ip-address-types SupportedIpAddressTypes
                        """);
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
        List<ServiceDetail> wanted = request.serviceNames().isEmpty() ? all()
                : request.serviceNames().stream().distinct().flatMap(name -> named(name).stream()).toList();
        Page<ServiceDetail> page = cloud.paging.page(serviceFilters.apply(wanted, request.filters()),
                ServiceDetail::serviceId, request.maxResults(), request.nextToken(), Page.Limits.ENDPOINTS);
        return DescribeVpcEndpointServicesResponse.builder().nextToken(page.nextToken())
                .serviceNames(page.rows().stream().map(ServiceDetail::serviceName).distinct().toList())
                .serviceDetails(page.rows()).build();
    }

    private List<ServiceDetail> all() {
        Stream<ServiceDetail> own = find.services().stream().map(EndpointService::serviceName)
                .flatMap(name -> find.byName(name).stream()).map(this::detail);
        return Stream.concat(own, awsServices.all().stream()).toList();
    }

    private List<ServiceDetail> named(String name) {
        List<ServiceDetail> ofAws = awsServices.all().stream().filter(one -> one.serviceName().equals(name)).toList();
        return !ofAws.isEmpty() ? ofAws : List.of(find.byName(name).map(this::detail)
                .orElseThrow(() -> PrivateLinkErrors.noSuchService(name)));
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
