package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Ids;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.DescribePrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.DescribePrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;

/**
 * The prefix lists that AWS manages for the services with gateway endpoints; those of other services are left out.
 *
 * <p>Source: EC2 API Reference; ids and blocks of us-east-1 as the VPC User Guide and AWS's published address ranges
 * have them. Assumed: ids in other Regions are made up, and all Regions are given the blocks of us-east-1.
 */
final class PrefixListOperations {

    private final Cloud cloud;
    private final List<PrefixList> lists;
    private final Filters<PrefixList> filters;
    private final Filters<PrefixList> managedFilters;

    PrefixListOperations(Cloud cloud) {
        this.cloud = cloud;
        this.lists = List.of(
                list("s3", "pl-63a5400a", "54.231.0.0/16", "52.216.0.0/15", "3.5.0.0/19", "16.182.0.0/16"),
                list("dynamodb", "pl-02cd2c6b", "52.94.0.0/22", "52.119.224.0/20"));
        this.filters = filters();
        this.managedFilters = filters().with("owner-id", list -> "AWS");
    }

    private static Filters<PrefixList> filters() {
        return new Filters<PrefixList>(list -> Map.of()).with("prefix-list-id", PrefixList::id)
                .with("prefix-list-name", PrefixList::name);
    }

    private record PrefixList(String id, String name, List<String> blocks) {
    }

    private PrefixList list(String service, String idInVirginia, String... blocks) {
        String region = cloud.world.region;
        String id = region.equals("us-east-1") ? idInVirginia
                : Ids.shared("pl", region + service).substring(0, idInVirginia.length());
        return new PrefixList(id, "com.amazonaws." + region + "." + service, List.of(blocks));
    }

    void register(Registrar registrar) {
        registrar.add("DescribePrefixLists", DescribePrefixListsRequest::builder, this::describe);
        registrar.add("DescribeManagedPrefixLists", DescribeManagedPrefixListsRequest::builder, this::describeManaged);
        registrar.add("GetManagedPrefixListEntries", GetManagedPrefixListEntriesRequest::builder, this::entries);
    }

    private List<PrefixList> named(List<String> ids) {
        return ids.isEmpty() ? lists : ids.stream().distinct().map(this::byId).toList();
    }

    private PrefixList byId(String id) {
        return lists.stream().filter(list -> list.id().equals(id)).findFirst().orElseThrow(() -> NotFound.prefixList(id));
    }

    private DescribePrefixListsResponse describe(DescribePrefixListsRequest request) {
        Page<PrefixList> page = cloud.paging.page(filters.apply(named(request.prefixListIds()), request.filters()),
                PrefixList::id, request.maxResults(), request.nextToken());
        return DescribePrefixListsResponse.builder().nextToken(page.nextToken())
                .prefixLists(page.rows().stream().map(this::view).toList()).build();
    }

    private software.amazon.awssdk.services.ec2.model.PrefixList view(PrefixList list) {
        return software.amazon.awssdk.services.ec2.model.PrefixList.builder().prefixListId(list.id())
                .prefixListName(list.name()).cidrs(cloud.paging.shuffled(list.blocks(), block -> block)).build();
    }

    private DescribeManagedPrefixListsResponse describeManaged(DescribeManagedPrefixListsRequest request) {
        Page<PrefixList> page = cloud.paging.page(
                managedFilters.apply(named(request.prefixListIds()), request.filters()), PrefixList::id,
                request.maxResults(), request.nextToken(), Page.Limits.FROM_ONE);
        return DescribeManagedPrefixListsResponse.builder().nextToken(page.nextToken())
                .prefixLists(page.rows().stream().map(this::managed).toList()).build();
    }

    private ManagedPrefixList managed(PrefixList list) {
        return ManagedPrefixList.builder().prefixListId(list.id()).prefixListName(list.name()).addressFamily("IPv4")
                .state("create-complete").ownerId("AWS").tags(List.of())
                .prefixListArn("arn:aws:ec2:" + cloud.world.region + ":aws:prefix-list/" + list.id()).build();
    }

    private GetManagedPrefixListEntriesResponse entries(GetManagedPrefixListEntriesRequest request) {
        Page<String> page = cloud.paging.page(byId(request.prefixListId()).blocks(), block -> block,
                request.maxResults(), request.nextToken());
        return GetManagedPrefixListEntriesResponse.builder().nextToken(page.nextToken())
                .entries(page.rows().stream().map(block -> PrefixListEntry.builder().cidr(block).build()).toList())
                .build();
    }
}
