package endpointlab.practice.privatelink;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.VpcEndpoint;
import endpointlab.practice.world.VpcEndpointStates;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Tag;

/** An endpoint as EC2 describes it to the account that owns it. */
final class EndpointViews {

    /** Hosted zones of endpoints that are known for sure; source: answers of AWS in its documentation. */
    private static final Map<String, String> HOSTED_ZONES = Map.of("us-east-1", "Z7HUB22UULQXV",
            "us-east-2", "ZC8PG0KIFKBRI", "ap-northeast-1", "Z2E726K9Y6RL4W");

    private final Cloud cloud;

    EndpointViews(Cloud cloud) {
        this.cloud = cloud;
    }

    software.amazon.awssdk.services.ec2.model.VpcEndpoint show(VpcEndpoint endpoint) {
        String state = VpcEndpointStates.at(endpoint, cloud.now());
        boolean deleted = state.equals(VpcEndpointStates.DELETED);
        return software.amazon.awssdk.services.ec2.model.VpcEndpoint.builder()
                .vpcEndpointId(endpoint.id()).vpcEndpointType("Interface").vpcId(endpoint.vpcId())
                .serviceName(endpoint.serviceName()).serviceRegion(cloud.world.region).state(state)
                .routeTableIds(List.of()).subnetIds(endpoint.subnetIds())
                .groups(endpoint.groupIds().stream().map(this::group).toList())
                .ipAddressType("ipv4").dnsOptions(options -> options.dnsRecordIpType("ipv4"))
                .privateDnsEnabled(false).requesterManaged(false)
                .networkInterfaceIds(deleted ? List.of() : endpoint.networkInterfaceIds())
                .dnsEntries(deleted ? List.of() : dnsEntries(endpoint))
                .creationTimestamp(endpoint.createdAt()).ownerId(cloud.world.accountId)
                .tags(cloud.paging.shuffled(cloud.tags.list(endpoint.id()), Tag::key)).build();
    }

    List<DnsEntry> dnsEntries(VpcEndpoint endpoint) {
        return endpoint.dnsNames().stream().map(name -> DnsEntry.builder().dnsName(name)
                .hostedZoneId(HOSTED_ZONES.get(cloud.world.region)).build()).toList();
    }

    private SecurityGroupIdentifier group(String id) {
        return SecurityGroupIdentifier.builder().groupId(id)
                .groupName(cloud.world.securityGroups.find(id).map(SecurityGroup::groupName).orElse(null)).build();
    }
}
