package endpointlab.practice.world;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records that the practice cloud's world is made of. No record holds a state word: a record holds the lab times
 * at which its states change, and the state follows from the time now. So time needs no ticking, a saved world ages
 * by itself while the app is closed, and the critical path can be read off.
 *
 * <p>Times are lab times. A time that is {@code null} means that it is not known (yet).
 */
public final class Entities {

    private Entities() {
    }

    public record Vpc(String id, String cidrBlock, boolean isDefault, String dhcpOptionsId, boolean enableDnsSupport,
                      boolean enableDnsHostnames, Instant createdAt, Instant availableAt) implements Entity {
    }

    public record Subnet(String id, String vpcId, String cidrBlock, String availabilityZone, boolean defaultForAz,
                         boolean mapPublicIpOnLaunch, Instant createdAt, Instant availableAt) implements Entity {
    }

    /** @param vpcId {@code null} while detached */
    public record InternetGateway(String id, String vpcId, Instant createdAt) implements Entity {
    }

    public record RouteTable(String id, String vpcId, List<Route> routes, List<RouteTableAssociation> associations,
                             Instant createdAt) implements Entity {
    }

    /**
     * @param gatewayId {@code local} or an internet gateway's id; whether it is a black hole follows from the world
     * @param origin    {@code CreateRouteTable} or {@code CreateRoute}
     */
    public record Route(String destinationCidrBlock, String gatewayId, String origin) {
    }

    /** @param subnetId {@code null} for the main association */
    public record RouteTableAssociation(String id, String subnetId, boolean main) {
    }

    public record NetworkAcl(String id, String vpcId, boolean isDefault, List<NetworkAclEntry> entries,
                             List<NetworkAclAssociation> associations) implements Entity {
    }

    /** @param protocol IANA number as text, {@code -1} for all; ports are {@code null} for all */
    public record NetworkAclEntry(int ruleNumber, boolean egress, String protocol, String ruleAction,
                                  String cidrBlock, Integer fromPort, Integer toPort) {
    }

    public record NetworkAclAssociation(String id, String subnetId) {
    }

    public record SecurityGroup(String id, String vpcId, String groupName, String description, boolean isDefault,
                                List<SecurityGroupRule> rules, Instant createdAt) implements Entity {
    }

    /**
     * @param protocol          {@code tcp}, {@code udp}, {@code icmp} or {@code -1}
     * @param fromPort          {@code null} if all ports
     * @param cidrIpv4          {@code null} if the peer is something else
     * @param cidrIpv6          {@code null} if the peer is something else; lets nothing pass, as no VPC here has IPv6
     * @param referencedGroupId {@code null} if the peer is a block
     */
    public record SecurityGroupRule(String id, boolean egress, String protocol, Integer fromPort, Integer toPort,
                                    String cidrIpv4, String cidrIpv6, String referencedGroupId, String description) {

        public SecurityGroupRule withId(String newId) {
            return new SecurityGroupRule(newId, egress, protocol, fromPort, toPort, cidrIpv4, cidrIpv6,
                    referencedGroupId, description);
        }
    }

    /** @param publicKey OpenSSH form; @param keyType {@code rsa} or {@code ed25519} */
    public record KeyPair(String id, String keyName, String keyType, String publicKey, String fingerprint,
                          Instant createdAt) implements Entity {
    }

    /**
     * @param publicIp        {@code null} if none
     * @param interfaceType   {@code interface}, {@code network_load_balancer} or {@code vpc_endpoint}
     * @param requesterId     {@code null} unless AWS manages it
     * @param attachmentId    {@code eni-attach-…}, {@code null} for an endpoint's
     * @param attachmentOwner account id of the instance's owner, or {@code amazon-aws} for a load balancer's
     * @param ownerId         id of the instance, endpoint or load balancer (ARN) whose interface it is
     * @param inUseAt         when it becomes {@code in-use}
     * @param releasedAt      when it and its addresses are gone; {@code null} as long as its owner lives
     */
    public record NetworkInterface(String id, String vpcId, String subnetId, String availabilityZone,
                                   String privateIp, String publicIp, String macAddress, String description,
                                   String interfaceType, String requesterId, List<String> groupIds,
                                   String attachmentId, String attachmentOwner, String ownerId, Instant createdAt,
                                   Instant inUseAt, Instant releasedAt) implements Entity {

        public NetworkInterface withGroupIds(List<String> newGroupIds) {
            return new NetworkInterface(id, vpcId, subnetId, availabilityZone, privateIp, publicIp, macAddress,
                    description, interfaceType, requesterId, newGroupIds, attachmentId, attachmentOwner, ownerId,
                    createdAt, inUseAt, releasedAt);
        }

        public NetworkInterface withReleasedAt(Instant time) {
            return new NetworkInterface(id, vpcId, subnetId, availabilityZone, privateIp, publicIp, macAddress,
                    description, interfaceType, requesterId, groupIds, attachmentId, attachmentOwner, ownerId,
                    createdAt, inUseAt, time);
        }
    }

    /**
     * @param publicKey     of its key pair at launch, OpenSSH form; stays on its disk when the key pair is deleted
     * @param userData      base64 as given; {@code null} if none
     * @param statusOkAt    when its status checks are {@code ok}
     * @param terminatingAt when TerminateInstances was accepted
     * @param terminatedAt  when it is {@code terminated}
     * @param disableApiTermination whether it is protected from TerminateInstances; {@code null} as {@code false}
     */
    public record Instance(String id, String reservationId, String imageId, String instanceType, String keyName,
                           String publicKey, String vpcId, String subnetId, String networkInterfaceId,
                           List<String> groupIds, String userData, String clientToken, String volumeId,
                           Instant launchedAt, Instant runningAt, Instant statusOkAt, Instant terminatingAt,
                           Instant terminatedAt, Boolean disableApiTermination) implements Entity {

        /** This instance once TerminateInstances was accepted. */
        public Instance terminating(Instant from, Instant until) {
            return new Instance(id, reservationId, imageId, instanceType, keyName, publicKey, vpcId, subnetId,
                    networkInterfaceId, groupIds, userData, clientToken, volumeId, launchedAt, runningAt, statusOkAt,
                    from, until, disableApiTermination);
        }

        public Instance withGroupIds(List<String> newGroupIds) {
            return new Instance(id, reservationId, imageId, instanceType, keyName, publicKey, vpcId, subnetId,
                    networkInterfaceId, newGroupIds, userData, clientToken, volumeId, launchedAt, runningAt,
                    statusOkAt, terminatingAt, terminatedAt, disableApiTermination);
        }

        public Instance withTerminationProtection(boolean on) {
            return new Instance(id, reservationId, imageId, instanceType, keyName, publicKey, vpcId, subnetId,
                    networkInterfaceId, groupIds, userData, clientToken, volumeId, launchedAt, runningAt, statusOkAt,
                    terminatingAt, terminatedAt, on);
        }

        public boolean mayNotBeTerminated() {
            return Boolean.TRUE.equals(disableApiTermination);
        }
    }

    /**
     * @param scheme               {@code internet-facing} or {@code internal}
     * @param nodes                one per Availability Zone
     * @param enforceOnPrivateLink whether its security groups also guard what comes through PrivateLink
     * @param attributes           only those that were changed from their defaults
     */
    public record LoadBalancer(String id, String name, String dnsName, String scheme, String vpcId,
                               List<LoadBalancerNode> nodes, List<String> securityGroupIds,
                               boolean enforceOnPrivateLink, Map<String, String> attributes, Instant createdAt,
                               Instant activeAt) implements Entity {

        public LoadBalancer withSecurityGroups(List<String> newSecurityGroupIds, boolean enforce) {
            return new LoadBalancer(id, name, dnsName, scheme, vpcId, nodes, newSecurityGroupIds, enforce,
                    attributes, createdAt, activeAt);
        }

        public LoadBalancer withNodes(List<LoadBalancerNode> newNodes) {
            return new LoadBalancer(id, name, dnsName, scheme, vpcId, newNodes, securityGroupIds,
                    enforceOnPrivateLink, attributes, createdAt, activeAt);
        }

        public LoadBalancer withAttributes(Map<String, String> newAttributes) {
            return new LoadBalancer(id, name, dnsName, scheme, vpcId, nodes, securityGroupIds, enforceOnPrivateLink,
                    newAttributes, createdAt, activeAt);
        }
    }

    public record LoadBalancerNode(String availabilityZone, String subnetId, String networkInterfaceId) {
    }

    public record Listener(String id, String loadBalancerArn, String protocol, int port, String targetGroupArn)
            implements Entity {
    }

    /**
     * Health check settings in AWS's terms, in seconds and counts.
     *
     * @param protocol {@code TCP} or {@code HTTP}
     * @param path     {@code null} unless the protocol is HTTP
     * @param matcher  the HTTP codes of a healthy target, such as {@code 200,300-399}; {@code null} as the path
     */
    public record HealthCheck(String protocol, String port, String path, String matcher, int intervalSeconds,
                              int timeoutSeconds, int healthyThreshold, int unhealthyThreshold) {
    }

    public record TargetGroup(String id, String name, String protocol, int port, String vpcId, String targetType,
                              HealthCheck healthCheck, Map<String, String> attributes, List<Target> targets,
                              Instant createdAt) implements Entity {

        public TargetGroup withTargets(List<Target> newTargets) {
            return new TargetGroup(id, name, protocol, port, vpcId, targetType, healthCheck, attributes, newTargets,
                    createdAt);
        }

        public TargetGroup withHealthCheck(HealthCheck newHealthCheck) {
            return new TargetGroup(id, name, protocol, port, vpcId, targetType, newHealthCheck, attributes, targets,
                    createdAt);
        }

        public TargetGroup withAttributes(Map<String, String> newAttributes) {
            return new TargetGroup(id, name, protocol, port, vpcId, targetType, healthCheck, newAttributes, targets,
                    createdAt);
        }
    }

    /**
     * @param checksStartAt when the first health check runs; {@code null} while no listener uses the group
     * @param health        what the health checks have found: {@code initial}, {@code healthy} or {@code unhealthy}
     * @param streak        consecutive checks that speak for another {@code health}: passed ones count up from 0,
     *                      failed ones down
     * @param failedStatus  the HTTP status for which the latest check failed; {@code null} if it passed or failed for
     *                      another reason
     * @param drainingUntil from then on it is no longer registered; {@code null} unless it was deregistered
     * @param servesUntil   until then the load balancer's nodes send new connections to it though it was deregistered
     */
    public record Target(String instanceId, int port, Instant registeredAt, Instant checksStartAt, String health,
                         int streak, Integer failedStatus, Instant drainingUntil, Instant servesUntil) {

        /** A target that is being registered. */
        public Target(String instanceId, int port, Instant registeredAt) {
            this(instanceId, port, registeredAt, null, "initial", 0, null, null, null);
        }

        public Target withChecksFrom(Instant time) {
            return new Target(instanceId, port, registeredAt, time, "initial", 0, null, drainingUntil, servesUntil);
        }

        public Target withHealth(String newHealth, int newStreak, Integer newFailedStatus) {
            return new Target(instanceId, port, registeredAt, checksStartAt, newHealth, newStreak, newFailedStatus,
                    drainingUntil, servesUntil);
        }

        public Target draining(Instant until, Instant serves) {
            return new Target(instanceId, port, registeredAt, checksStartAt, health, streak, failedStatus, until,
                    serves);
        }

        /** As the load balancer's nodes know it while they haven't learnt of its deregistration. */
        public Target notDraining() {
            return new Target(instanceId, port, registeredAt, checksStartAt, health, streak, failedStatus, null, null);
        }
    }

    /**
     * @param availabilityZones taken when the load balancer was associated
     * @param usableAt          until then CreateVpcEndpoint answers 503 though the state is {@code Available}
     * @param deletingAt        {@code null} as long as it lives
     */
    public record EndpointService(String id, String serviceName, List<String> loadBalancerArns,
                                  boolean acceptanceRequired, List<String> availabilityZones,
                                  List<String> allowedPrincipals, String clientToken, Instant createdAt,
                                  Instant usableAt, Instant deletingAt, Instant deletedAt) implements Entity {

        public EndpointService withLoadBalancers(List<String> newArns, List<String> newAvailabilityZones) {
            return new EndpointService(id, serviceName, newArns, acceptanceRequired, newAvailabilityZones,
                    allowedPrincipals, clientToken, createdAt, usableAt, deletingAt, deletedAt);
        }

        public EndpointService withAcceptanceRequired(boolean required) {
            return new EndpointService(id, serviceName, loadBalancerArns, required, availabilityZones,
                    allowedPrincipals, clientToken, createdAt, usableAt, deletingAt, deletedAt);
        }

        public EndpointService withAllowedPrincipals(List<String> newPrincipals) {
            return new EndpointService(id, serviceName, loadBalancerArns, acceptanceRequired, availabilityZones,
                    newPrincipals, clientToken, createdAt, usableAt, deletingAt, deletedAt);
        }

        public EndpointService deletedBetween(Instant from, Instant to) {
            return new EndpointService(id, serviceName, loadBalancerArns, acceptanceRequired, availabilityZones,
                    allowedPrincipals, clientToken, createdAt, usableAt, from, to);
        }
    }

    /**
     * The state follows from the times, see {@link VpcEndpointStates}: {@code pending} until {@code requestedAt},
     * then {@code pendingAcceptance} until {@code acceptedAt} (or straight on if no acceptance is required),
     * {@code pending} until {@code availableAt}, {@code available}; {@code rejected} from {@code rejectedAt} until
     * accepted again; {@code deleting} from {@code deletingAt}; {@code deleted} from {@code deletedAt}.
     *
     * @param dnsNames the regional name, then one per Availability Zone
     */
    public record VpcEndpoint(String id, String serviceName, String vpcId, List<String> subnetIds,
                              List<String> groupIds, List<String> networkInterfaceIds, List<String> dnsNames,
                              String clientToken, Instant createdAt, Instant requestedAt, Instant acceptedAt,
                              Instant availableAt, Instant rejectedAt, Instant deletingAt, Instant deletedAt)
            implements Entity {

        public VpcEndpoint accepted(Instant accepted, Instant available) {
            return new VpcEndpoint(id, serviceName, vpcId, subnetIds, groupIds, networkInterfaceIds, dnsNames,
                    clientToken, createdAt, requestedAt, accepted, available, null, deletingAt, deletedAt);
        }

        public VpcEndpoint rejected(Instant rejected) {
            return new VpcEndpoint(id, serviceName, vpcId, subnetIds, groupIds, networkInterfaceIds, dnsNames,
                    clientToken, createdAt, requestedAt, acceptedAt, availableAt, rejected, deletingAt, deletedAt);
        }

        public VpcEndpoint deletedBetween(Instant from, Instant to) {
            return new VpcEndpoint(id, serviceName, vpcId, subnetIds, groupIds, networkInterfaceIds, dnsNames,
                    clientToken, createdAt, requestedAt, acceptedAt, availableAt, rejectedAt, from, to);
        }

        public VpcEndpoint withGroupIds(List<String> newGroupIds) {
            return new VpcEndpoint(id, serviceName, vpcId, subnetIds, newGroupIds, networkInterfaceIds, dnsNames,
                    clientToken, createdAt, requestedAt, acceptedAt, availableAt, rejectedAt, deletingAt, deletedAt);
        }

        public VpcEndpoint withSubnets(List<String> newSubnetIds, List<String> newInterfaceIds,
                                       List<String> newDnsNames) {
            return new VpcEndpoint(id, serviceName, vpcId, newSubnetIds, groupIds, newInterfaceIds, newDnsNames,
                    clientToken, createdAt, requestedAt, acceptedAt, availableAt, rejectedAt, deletingAt, deletedAt);
        }
    }

    /**
     * The tags of one resource, in order of creation.
     *
     * @param id the resource's id
     */
    public record ResourceTags(String id, Map<String, String> tags) implements Entity {
        public ResourceTags {
            tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        }
    }

    /**
     * A client token that EC2 remembers.
     *
     * @param id          action and token
     * @param fingerprint digest of the request's parameters, to tell a repeat from a mismatch
     * @param resourceId  what the first call made
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ClientToken(String id, String fingerprint, String resourceId) implements Entity {
    }
}
