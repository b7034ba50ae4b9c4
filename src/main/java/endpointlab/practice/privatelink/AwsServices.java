package endpointlab.practice.privatelink;

import endpointlab.practice.world.Ids;
import endpointlab.practice.world.Zones;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.PrivateDnsDetails;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.ServiceTypeDetail;

/**
 * Some of AWS's own endpoint services, which every account sees beside its own: those that a learner is likely to
 * look for. The practice cloud tells of them, but makes no endpoints to them.
 *
 * <p>Source: EC2 API Reference, DescribeVpcEndpointServices; VPC PrivateLink Guide, "AWS services that integrate with
 * AWS PrivateLink"; names and DNS names as the sample answers have them. Assumed: their ids; all zones of the Region.
 */
final class AwsServices {

    private static final String AMAZON = "amazon";
    private static final List<String> GATEWAY = List.of("s3", "dynamodb");
    private static final List<String> INTERFACE = List.of("s3", "dynamodb", "ec2", "ec2messages", "ecr.api", "ecr.dkr",
            "ecs", "elasticloadbalancing", "events", "execute-api", "kms", "lambda", "logs", "monitoring",
            "secretsmanager", "sns", "sqs", "ssm", "ssmmessages", "sts");

    private final Zones zones;
    private final List<ServiceDetail> all = new ArrayList<>();

    AwsServices(Zones zones) {
        this.zones = zones;
        GATEWAY.forEach(service -> all.add(describe(service, "Gateway")));
        INTERFACE.forEach(service -> all.add(describe(service, "Interface")));
    }

    List<ServiceDetail> all() {
        return all;
    }

    private ServiceDetail describe(String service, String type) {
        String region = zones.region();
        String dnsName = service + "." + region + ".amazonaws.com";
        ServiceDetail.Builder detail = ServiceDetail.builder()
                .serviceName("com.amazonaws." + region + "." + service)
                .serviceId(Ids.shared("vpce-svc", region + service + type))
                .serviceType(ServiceTypeDetail.builder().serviceType(type).build()).serviceRegion(region).owner(AMAZON)
                .availabilityZones(zones.all().stream().map(Zones.Zone::name).toList())
                .availabilityZoneIds(zones.all().stream().map(Zones.Zone::id).toList())
                .vpcEndpointPolicySupported(true).acceptanceRequired(false).managesVpcEndpoints(false)
                .supportedIpAddressTypesWithStrings("ipv4").tags(List.of());
        return type.equals("Gateway") ? detail.baseEndpointDnsNames(dnsName).build()
                : detail.baseEndpointDnsNames(service + "." + region + ".vpce.amazonaws.com").privateDnsName(dnsName)
                        .privateDnsNames(PrivateDnsDetails.builder().privateDnsName(dnsName).build())
                        .privateDnsNameVerificationState("verified").build();
    }
}
