package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.DescribeDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeDhcpOptionsResponse;
import software.amazon.awssdk.services.ec2.model.DhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.DhcpOptions;

/**
 * The one set of DHCP options that a Region gives to all VPCs. Source: VPC User Guide, "DHCP option sets".
 */
final class DhcpOptionsOperations {

    private final Cloud cloud;
    private final Filters<String> filters;

    DhcpOptionsOperations(Cloud cloud) {
        this.cloud = cloud;
        this.filters = new Filters<String>(id -> Map.of())
                .with("dhcp-options-id", id -> id)
                .withAll("key", id -> options().keySet())
                .withAll("value", id -> options().values())
                .with("owner-id", id -> cloud.world.accountId);
    }

    void register(Registrar registrar) {
        registrar.add("DescribeDhcpOptions", DescribeDhcpOptionsRequest::builder, this::describe);
    }

    private Map<String, String> options() {
        String domain = cloud.world.region.equals("us-east-1") ? "ec2.internal"
                : cloud.world.region + ".compute.internal";
        return Map.of("domain-name", domain, "domain-name-servers", "AmazonProvidedDNS");
    }

    private DescribeDhcpOptionsResponse describe(DescribeDhcpOptionsRequest request) {
        List<String> all = cloud.world.vpcs.all().stream().map(Vpc::dhcpOptionsId).distinct().toList();
        for (String id : request.dhcpOptionsIds()) {
            if (!all.contains(id)) {
                throw NotFound.dhcpOptions(id);
            }
        }
        List<String> rows = request.dhcpOptionsIds().isEmpty() ? all
                : request.dhcpOptionsIds().stream().distinct().toList();
        Page<String> page = cloud.paging.page(filters.apply(rows, request.filters()), id -> id,
                request.maxResults(), request.nextToken());
        return DescribeDhcpOptionsResponse.builder().nextToken(page.nextToken())
                .dhcpOptions(page.rows().stream().map(this::view).toList()).build();
    }

    private DhcpOptions view(String id) {
        List<DhcpConfiguration> configurations = options().entrySet().stream()
                .map(option -> DhcpConfiguration.builder().key(option.getKey())
                        .values(value -> value.value(option.getValue())).build()).toList();
        return DhcpOptions.builder().dhcpOptionsId(id).ownerId(cloud.world.accountId).tags(List.of())
                .dhcpConfigurations(cloud.paging.shuffled(configurations, DhcpConfiguration::key)).build();
    }
}
