package endpointlab.practice.ec2;

import endpointlab.ip.Cidr;
import endpointlab.ip.Ipv6Cidr;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.SecurityGroupRule;
import endpointlab.practice.world.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * Reads the rules that an Authorize or Revoke names, one per peer, without an id.
 *
 * <p>Source: EC2 API Reference, {@code IpPermission}; error texts as seen in public logs. This cloud has no rules of
 * prefix lists and says so.
 */
final class RuleReader {

    private static final int LAST_PORT = 65_535;

    private final Cloud cloud;
    private final SecurityGroups groups;

    RuleReader(Cloud cloud) {
        this.cloud = cloud;
        this.groups = new SecurityGroups(cloud);
    }

    /**
     * @return the rules in order
     * @throws AwsException {@code MissingParameter}, {@code InvalidParameterValue}, {@code InvalidGroup.NotFound}
     */
    List<SecurityGroupRule> read(SecurityGroup group, boolean egress, List<IpPermission> permissions) {
        if (permissions.isEmpty()) {
            throw new AwsException("MissingParameter", "The request must contain the parameter ipPermissions");
        }
        List<SecurityGroupRule> rules = new ArrayList<>();
        for (IpPermission permission : permissions) {
            rules.addAll(read(group, egress, permission));
        }
        Set<SecurityGroupRule> distinct = new HashSet<>();
        for (SecurityGroupRule rule : rules) {
            if (!distinct.add(bare(rule))) {
                throw Invalid.value("The same permission must not appear multiple times");
            }
        }
        return rules;
    }

    private List<SecurityGroupRule> read(SecurityGroup group, boolean egress, IpPermission permission) {
        if (!permission.prefixListIds().isEmpty()) {
            throw Invalid.lacking("Prefix lists in security group rules");
        }
        String protocol = Protocols.name(Invalid.required(permission.ipProtocol(), "ipProtocol"));
        boolean all = protocol.equals(Protocols.ALL);
        Integer from = all ? null : permission.fromPort();
        Integer to = all ? null : permission.toPort();
        checkPorts(protocol, from, to);
        List<SecurityGroupRule> rules = new ArrayList<>();
        for (IpRange range : permission.ipRanges()) {
            rules.add(new SecurityGroupRule(null, egress, protocol, from, to, block(range.cidrIp()), null,
                    null, description(range.description())));
        }
        for (Ipv6Range range : permission.ipv6Ranges()) {
            rules.add(new SecurityGroupRule(null, egress, protocol, from, to, null, ipv6Block(range.cidrIpv6()), null,
                    description(range.description())));
        }
        for (UserIdGroupPair pair : permission.userIdGroupPairs()) {
            rules.add(new SecurityGroupRule(null, egress, protocol, from, to, null, null, peer(group, pair),
                    description(pair.description())));
        }
        if (rules.isEmpty()) {
            throw new AwsException("MissingParameter",
                    "Missing source specification: include source security group or CIDR information");
        }
        return rules;
    }

    private static void checkPorts(String protocol, Integer from, Integer to) {
        if (!Protocols.hasPorts(protocol)) {
            return;
        }
        if (from == null || to == null) {
            throw Invalid.value("Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
        }
        if (from < 0 || to > LAST_PORT || from > to) {
            throw Invalid.value("Invalid " + protocol.toUpperCase(Locale.ROOT) + " port range");
        }
    }

    private static String block(String text) {
        if (text == null || !Cidr.isValid(text)) {
            throw Invalid.value("CIDR block " + text + " is malformed");
        }
        return Cidr.parse(text).toString();
    }

    private static String ipv6Block(String text) {
        if (text == null || !Ipv6Cidr.isValid(text)) {
            throw Invalid.value("CIDR block " + text + " is malformed");
        }
        return Ipv6Cidr.canonical(text);
    }

    private String peer(SecurityGroup group, UserIdGroupPair pair) {
        SecurityGroup peer = pair.groupId() == null && pair.groupName() != null
                ? groups.inDefaultVpc(pair.groupName()) : cloud.find.securityGroup(pair.groupId());
        if (!peer.vpcId().equals(group.vpcId())) {
            throw new AwsException("InvalidGroup.NotFound", "You have specified two resources that belong to "
                    + "different networks.");
        }
        return peer.id();
    }

    private static String description(String text) {
        if (text != null && (text.length() > 255 || !text.matches("[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]*"))) {
            throw Invalid.value("Invalid rule description. Valid descriptions are strings less than 256 characters "
                    + "from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*");
        }
        return text == null || text.isEmpty() ? null : text;
    }

    /** What makes two rules the same: all but id and description. */
    static SecurityGroupRule bare(SecurityGroupRule rule) {
        return new SecurityGroupRule(null, rule.egress(), rule.protocol(), rule.fromPort(), rule.toPort(),
                rule.cidrIpv4(), rule.cidrIpv6(), rule.referencedGroupId(), null);
    }

    static AwsException duplicate(SecurityGroupRule rule) {
        return new AwsException("InvalidPermission.Duplicate",
                "the specified rule \"" + inWords(rule) + "\" already exists");
    }

    private static String inWords(SecurityGroupRule rule) {
        String peer = "peer: " + Stream.of(rule.cidrIpv4(), rule.cidrIpv6(), rule.referencedGroupId())
                .filter(Objects::nonNull).findFirst().orElseThrow();
        if (Protocols.hasPorts(rule.protocol())) {
            return peer + ", " + rule.protocol().toUpperCase(Locale.ROOT) + ", from port: " + rule.fromPort()
                    + ", to port: " + rule.toPort() + ", ALLOW";
        }
        return peer + ", " + (rule.protocol().equals(Protocols.ALL) ? "ALL"
                : rule.protocol().toUpperCase(Locale.ROOT)) + ", ALLOW";
    }
}
