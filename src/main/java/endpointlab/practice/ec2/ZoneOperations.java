package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Zones;
import endpointlab.practice.world.Zones.Zone;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.Region;

/** Regions and their Availability Zones. Source: EC2 API Reference. */
final class ZoneOperations {

    private static final String OPEN = "opt-in-not-required";

    private final Cloud cloud;
    private final Filters<Zone> zoneFilters;
    private final Filters<String> regionFilters;

    ZoneOperations(Cloud cloud) {
        this.cloud = cloud;
        this.zoneFilters = new Filters<Zone>(zone -> Map.of())
                .with("zone-name", Zone::name)
                .with("zone-id", Zone::id)
                .with("region-name", zone -> cloud.zones.region())
                .with("group-name", zone -> cloud.zones.groupName())
                .with("zone-type", zone -> "availability-zone")
                .with("opt-in-status", zone -> OPEN)
                .with("state", zone -> "available")
                .inAnswer(this::view, """
                        group-long-name GroupLongName
                        message
                        parent-zone-id
                        parent-zone-name
                        """);
        this.regionFilters = new Filters<String>(region -> Map.of())
                .with("region-name", region -> region)
                .with("endpoint", ZoneOperations::endpoint)
                .with("opt-in-status", region -> OPEN);
    }

    void register(Registrar registrar) {
        registrar.add("DescribeAvailabilityZones", DescribeAvailabilityZonesRequest::builder, this::describeZones);
        registrar.add("DescribeRegions", DescribeRegionsRequest::builder, this::describeRegions);
    }

    private DescribeAvailabilityZonesResponse describeZones(DescribeAvailabilityZonesRequest request) {
        request.zoneNames().stream().filter(name -> cloud.zones.byName(name).isEmpty()).findFirst()
                .ifPresent(name -> {
                    throw Invalid.value("Invalid availability zone: [" + name + "]");
                });
        request.zoneIds().stream().filter(id -> cloud.zones.byId(id).isEmpty()).findFirst().ifPresent(id -> {
            throw Invalid.value("Invalid availability zone-id: [" + id + "]");
        });
        List<Zone> zones = cloud.zones.all().stream()
                .filter(zone -> request.zoneNames().isEmpty() || request.zoneNames().contains(zone.name()))
                .filter(zone -> request.zoneIds().isEmpty() || request.zoneIds().contains(zone.id())).toList();
        return DescribeAvailabilityZonesResponse.builder().availabilityZones(
                cloud.paging.shuffled(zoneFilters.apply(zones, request.filters()), Zone::name).stream()
                        .map(this::view).toList()).build();
    }

    private AvailabilityZone view(Zone zone) {
        return AvailabilityZone.builder().zoneName(zone.name()).zoneId(zone.id()).state("available")
                .regionName(cloud.zones.region()).groupName(cloud.zones.groupName()).messages(List.of())
                .networkBorderGroup(cloud.zones.region()).zoneType("availability-zone").optInStatus(OPEN).build();
    }

    private DescribeRegionsResponse describeRegions(DescribeRegionsRequest request) {
        List<String> regions = request.regionNames().isEmpty() ? Zones.regions() : request.regionNames();
        regions.stream().filter(region -> !Zones.regions().contains(region)).findFirst().ifPresent(region -> {
            throw Invalid.value("Invalid region provided: [" + region + "]");
        });
        return DescribeRegionsResponse.builder().regions(
                cloud.paging.shuffled(regionFilters.apply(regions, request.filters()), region -> region).stream()
                        .map(region -> Region.builder().regionName(region).endpoint(endpoint(region))
                                .optInStatus(OPEN).build()).toList()).build();
    }

    private static String endpoint(String region) {
        return "ec2." + region + ".amazonaws.com";
    }
}
