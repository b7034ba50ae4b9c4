package endpointlab.resource;

import endpointlab.lab.Difference;
import endpointlab.lab.InboundRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;

/** The inbound rules of a security group, all together; their id is the group's. */
final class SecurityGroupRulesHandler implements ResourceHandler {

    private static final Set<String> THERE_ALREADY = Set.of("InvalidPermission.Duplicate");
    private static final Set<String> NOT_THERE = Set.of("InvalidPermission.NotFound");

    @Override
    public String kind() {
        return "security-group-rules";
    }

    @Override
    public List<String> find(ResourceWork work) {
        Look look = look(work);
        return look.status() == Look.Status.READY && look.differences().isEmpty()
                ? List.of(work.input("security-group")) : List.of();
    }

    @Override
    public AuthorizeSecurityGroupIngressRequest request(ResourceWork work) {
        return request(work, rules(work));
    }

    private static AuthorizeSecurityGroupIngressRequest request(ResourceWork work, List<InboundRule> rules) {
        return AuthorizeSecurityGroupIngressRequest.builder()
                .groupId(work.input("security-group")).ipPermissions(permissions(rules)).build();
    }

    @Override
    public Look create(ResourceWork work) {
        List<InboundRule> rules = rules(work);
        // One rule that exists already makes AWS refuse all of one call.
        if (!rules.isEmpty() && !authorize(work, rules)) {
            rules.forEach(rule -> authorize(work, List.of(rule)));
        }
        work.made(work.input("security-group"));
        return Look.ready();
    }

    private static boolean authorize(ResourceWork work, List<InboundRule> rules) {
        return Tolerance.unless(THERE_ALREADY, () -> work.aws().change(request(work, rules),
                work.aws().ec2()::authorizeSecurityGroupIngress, work.repeatable(),
                answer -> work.made(work.input("security-group"))));
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeSecurityGroupsRequest request =
                DescribeSecurityGroupsRequest.builder().groupIds(work.input("security-group")).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeSecurityGroups))
                .flatMap(answer -> answer.securityGroups().stream().findFirst())
                .map(group -> look(work, group.ipPermissions())).orElse(Look.gone());
    }

    private static Look look(ResourceWork work, List<IpPermission> there) {
        Set<InboundRule> wanted = new LinkedHashSet<>(rules(work));
        Set<InboundRule> missing = new LinkedHashSet<>(wanted);
        there.forEach(permission -> permission.ipRanges().forEach(range -> missing.remove(rule(permission, range))));
        // Whether it was ever made, a group without any of them doesn't tell.
        return missing.equals(wanted) && work.state().awsId() == null ? Look.gone() : Look.ready().differing(missing.stream()
                .map(rule -> new Difference("IpPermissions", rule.toString(), "")).toList());
    }

    @Override
    public void repair(ResourceWork work, List<Difference> differences) {
        rules(work).forEach(rule -> authorize(work, List.of(rule)));
    }

    /** First what is new, so that nobody is shut out meanwhile; rules that the lab didn't make stay. */
    @Override
    public void change(ResourceWork before, ResourceWork work) {
        Set<InboundRule> old = new LinkedHashSet<>(rules(before));
        List<InboundRule> wanted = rules(work);
        wanted.stream().filter(rule -> !old.contains(rule)).forEach(rule -> authorize(work, List.of(rule)));
        wanted.forEach(old::remove);
        old.forEach(rule -> Tolerance.unless(NOT_THERE, () -> revoke(work, List.of(rule))));
    }

    static InboundRule rule(IpPermission permission, IpRange range) {
        int from = permission.fromPort() == null ? -1 : permission.fromPort();
        int to = permission.toPort() == null ? -1 : permission.toPort();
        return new InboundRule(permission.ipProtocol(), from, to, range.cidrIp());
    }

    @Override
    public Optional<String> deletedWith() {
        return Optional.of("security-group");
    }

    @Override
    public void delete(ResourceWork work) {
        Tolerance.unlessGone(() -> revoke(work, rules(work)));
    }

    private static RevokeSecurityGroupIngressResponse revoke(ResourceWork work, List<InboundRule> rules) {
        RevokeSecurityGroupIngressRequest request = RevokeSecurityGroupIngressRequest.builder()
                .groupId(work.input("security-group")).ipPermissions(permissions(rules)).build();
        return work.aws().change(request, work.aws().ec2()::revokeSecurityGroupIngress, work.repeatable());
    }

    private static List<InboundRule> rules(ResourceWork work) {
        return InboundRule.parseAll(work.input("rules"));
    }

    private static List<IpPermission> permissions(List<InboundRule> rules) {
        return rules.stream().distinct().map(SecurityGroupRulesHandler::permission).toList();
    }

    private static IpPermission permission(InboundRule rule) {
        IpPermission.Builder permission = IpPermission.builder().ipProtocol(rule.protocol())
                .ipRanges(IpRange.builder().cidrIp(rule.source()).build());
        if (!rule.protocol().equals("-1")) {
            permission.fromPort(rule.fromPort()).toPort(rule.toPort());
        }
        return permission.build();
    }
}
