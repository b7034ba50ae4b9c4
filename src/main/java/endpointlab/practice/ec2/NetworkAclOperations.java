package endpointlab.practice.ec2;

import endpointlab.ip.Cidr;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.NetworkAcl;
import endpointlab.practice.world.Entities.NetworkAclAssociation;
import endpointlab.practice.world.Entities.NetworkAclEntry;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclEntryResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.PortRange;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryResponse;

/** Network ACLs and their entries. Source: EC2 API Reference; quota from "Amazon VPC quotas". */
final class NetworkAclOperations {

    /** The entry that denies whatever no other matched; it can't be changed. */
    static final int LAST_RULE = 32_767;
    private static final int MOST_ENTRIES = 20;
    private static final List<String> PROTOCOLS_WITH_PORTS = List.of("6", "17");

    private final Cloud cloud;
    private final Filters<NetworkAcl> filters;

    NetworkAclOperations(Cloud cloud) {
        this.cloud = cloud;
        this.filters = new Filters<NetworkAcl>(acl -> cloud.tags.of(acl.id()))
                .with("network-acl-id", NetworkAcl::id)
                .with("vpc-id", NetworkAcl::vpcId)
                .with("default", NetworkAcl::isDefault)
                .with("owner-id", acl -> cloud.world.accountId)
                .withAll("association.association-id",
                        acl -> acl.associations().stream().map(NetworkAclAssociation::id).toList())
                .withAll("association.network-acl-id",
                        acl -> acl.associations().isEmpty() ? List.of() : List.of(acl.id()))
                .withAll("association.subnet-id",
                        acl -> acl.associations().stream().map(NetworkAclAssociation::subnetId).toList())
                .withAll("entry.cidr", acl -> acl.entries().stream().map(NetworkAclEntry::cidrBlock).toList())
                .withAll("entry.egress", acl -> acl.entries().stream().map(NetworkAclEntry::egress).toList())
                .withAll("entry.protocol", acl -> acl.entries().stream().map(NetworkAclEntry::protocol).toList())
                .withAll("entry.rule-action",
                        acl -> acl.entries().stream().map(NetworkAclEntry::ruleAction).toList())
                .withAll("entry.rule-number",
                        acl -> acl.entries().stream().map(NetworkAclEntry::ruleNumber).toList())
                .inAnswer(this::view, """
                        entry.icmp.code
                        entry.icmp.type
                        entry.ipv6-cidr
                        entry.port-range.from Entries.PortRange.From
                        entry.port-range.to Entries.PortRange.To
                        """);
    }

    void register(Registrar registrar) {
        registrar.add("DescribeNetworkAcls", DescribeNetworkAclsRequest::builder, this::describe);
        registrar.add("CreateNetworkAclEntry", CreateNetworkAclEntryRequest::builder, this::createEntry);
        registrar.add("ReplaceNetworkAclEntry", ReplaceNetworkAclEntryRequest::builder, this::replaceEntry);
        registrar.add("DeleteNetworkAclEntry", DeleteNetworkAclEntryRequest::builder, this::deleteEntry);
    }

    private DescribeNetworkAclsResponse describe(DescribeNetworkAclsRequest request) {
        List<NetworkAcl> rows = cloud.find.rows(request.networkAclIds(), cloud.find::networkAcl,
                cloud.world.networkAcls.all(), acl -> Instant.EPOCH);
        Page<NetworkAcl> page = cloud.paging.page(filters.apply(rows, request.filters()), NetworkAcl::id,
                request.maxResults(), request.nextToken());
        return DescribeNetworkAclsResponse.builder().networkAcls(page.rows().stream().map(this::view).toList())
                .nextToken(page.nextToken()).build();
    }

    private CreateNetworkAclEntryResponse createEntry(CreateNetworkAclEntryRequest request) {
        NetworkAcl acl = cloud.find.networkAcl(request.networkAclId());
        NetworkAclEntry entry = entry(request.ruleNumber(), request.egress(), request.protocol(),
                request.ruleActionAsString(), request.cidrBlock(), request.portRange());
        if (acl.entries().stream().anyMatch(other -> isAt(other, entry.ruleNumber(), entry.egress()))) {
            throw new AwsException("NetworkAclEntryAlreadyExists",
                    "The network acl entry identified by " + entry.ruleNumber() + " already exists.");
        }
        if (acl.entries().stream().filter(other -> other.egress() == entry.egress()
                && other.ruleNumber() < LAST_RULE).count() >= MOST_ENTRIES) {
            throw new AwsException("NetworkAclEntryLimitExceeded",
                    "The maximum number of network acl entries has been reached.");
        }
        List<NetworkAclEntry> entries = new ArrayList<>(acl.entries());
        entries.add(entry);
        put(acl, entries);
        return CreateNetworkAclEntryResponse.builder().build();
    }

    private ReplaceNetworkAclEntryResponse replaceEntry(ReplaceNetworkAclEntryRequest request) {
        NetworkAcl acl = cloud.find.networkAcl(request.networkAclId());
        NetworkAclEntry entry = entry(request.ruleNumber(), request.egress(), request.protocol(),
                request.ruleActionAsString(), request.cidrBlock(), request.portRange());
        List<NetworkAclEntry> entries = without(acl, entry.ruleNumber(), entry.egress());
        entries.add(entry);
        put(acl, entries);
        return ReplaceNetworkAclEntryResponse.builder().build();
    }

    private DeleteNetworkAclEntryResponse deleteEntry(DeleteNetworkAclEntryRequest request) {
        NetworkAcl acl = cloud.findSurely.networkAcl(request.networkAclId());
        put(acl, without(acl, ruleNumber(request.ruleNumber()), Invalid.required(request.egress(), "egress")));
        return DeleteNetworkAclEntryResponse.builder().build();
    }

    private static List<NetworkAclEntry> without(NetworkAcl acl, int number, boolean egress) {
        List<NetworkAclEntry> left = new ArrayList<>(acl.entries());
        if (!left.removeIf(entry -> isAt(entry, number, egress))) {
            throw new AwsException("InvalidNetworkAclEntry.NotFound", "The network acl entry identified by "
                    + (egress ? "egress" : "ingress") + " rule number " + number + " does not exist");
        }
        return left;
    }

    private static boolean isAt(NetworkAclEntry entry, int number, boolean egress) {
        return entry.ruleNumber() == number && entry.egress() == egress;
    }

    private static int ruleNumber(Integer number) {
        Invalid.required(number, "ruleNumber");
        if (number < 1 || number >= LAST_RULE) {
            throw Invalid.value(number.toString(), "ruleNumber", "Must be between 1 and 32766.");
        }
        return number;
    }

    private static NetworkAclEntry entry(Integer number, Boolean egress, String protocol, String action,
                                         String block, PortRange ports) {
        int place = ruleNumber(number);
        String iana = Protocols.number(Invalid.required(protocol, "protocol"));
        Cidr cidr = Blocks.parse(block, "cidrBlock");
        if (!"allow".equals(Invalid.required(action, "ruleAction")) && !"deny".equals(action)) {
            throw Invalid.value(action, "ruleAction", "Must be allow or deny.");
        }
        boolean withPorts = PROTOCOLS_WITH_PORTS.contains(iana);
        if (withPorts && (ports == null || ports.from() == null || ports.to() == null)) {
            throw new AwsException("MissingParameter", "The request must contain the parameter portRange");
        }
        if (withPorts && (ports.from() < 0 || ports.to() > 65_535 || ports.from() > ports.to())) {
            throw Invalid.value(ports.from() + "-" + ports.to(), "portRange", "Invalid port range.");
        }
        return new NetworkAclEntry(place, Invalid.required(egress, "egress"), iana, action, cidr.toString(),
                withPorts ? ports.from() : null, withPorts ? ports.to() : null);
    }

    private void put(NetworkAcl acl, List<NetworkAclEntry> entries) {
        cloud.world.networkAcls.put(new NetworkAcl(acl.id(), acl.vpcId(), acl.isDefault(), List.copyOf(entries),
                acl.associations()));
    }

    private software.amazon.awssdk.services.ec2.model.NetworkAcl view(NetworkAcl acl) {
        return software.amazon.awssdk.services.ec2.model.NetworkAcl.builder().networkAclId(acl.id())
                .vpcId(acl.vpcId()).isDefault(acl.isDefault()).ownerId(cloud.world.accountId)
                .entries(cloud.paging.shuffled(acl.entries(), entry -> entry.egress() + "/" + entry.ruleNumber())
                        .stream().map(NetworkAclOperations::view).toList())
                .associations(acl.associations().stream().map(association ->
                        software.amazon.awssdk.services.ec2.model.NetworkAclAssociation.builder()
                                .networkAclAssociationId(association.id()).networkAclId(acl.id())
                                .subnetId(association.subnetId()).build()).toList())
                .tags(cloud.tags.list(acl.id())).build();
    }

    private static software.amazon.awssdk.services.ec2.model.NetworkAclEntry view(NetworkAclEntry entry) {
        PortRange ports = entry.fromPort() == null ? null
                : PortRange.builder().from(entry.fromPort()).to(entry.toPort()).build();
        return software.amazon.awssdk.services.ec2.model.NetworkAclEntry.builder().ruleNumber(entry.ruleNumber())
                .egress(entry.egress()).protocol(entry.protocol()).ruleAction(entry.ruleAction())
                .cidrBlock(entry.cidrBlock()).portRange(ports).build();
    }
}
