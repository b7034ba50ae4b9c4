package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Registrar;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeCarrierGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeCarrierGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeCustomerGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeCustomerGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeEgressOnlyInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeEgressOnlyInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayVpcAttachmentsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayVpcAttachmentsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionNotificationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionNotificationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpnGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpnGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * What a curious learner looks for around a VPC and nobody can make in this cloud: the account has none of it, so an
 * empty list is the truth, and an id names nothing.
 *
 * <p>Source: EC2 API Reference, filters and "Error codes".
 */
final class NothingOfTheKind {

    private final Cloud cloud;

    NothingOfTheKind(Cloud cloud) {
        this.cloud = cloud;
    }

    void register(Registrar registrar) {
        gateways(registrar);
        connections(registrar);
        rest(registrar);
    }

    private void gateways(Registrar registrar) {
        registrar.add("DescribeNatGateways", DescribeNatGatewaysRequest::builder, request -> {
            none(request.natGatewayIds(), "NatGatewayNotFound", "NAT gateway");
            page(request.filter(), "nat-gateway-id\nstate\nsubnet-id\nvpc-id", request.maxResults(),
                    request.nextToken());
            return DescribeNatGatewaysResponse.builder().build();
        });
        registrar.add("DescribeEgressOnlyInternetGateways", DescribeEgressOnlyInternetGatewaysRequest::builder,
                request -> {
                    none(request.egressOnlyInternetGatewayIds(), "InvalidEgressOnlyInternetGatewayId.NotFound",
                            "egress-only internet gateway");
                    page(request.filters(), "", request.maxResults(), request.nextToken());
                    return DescribeEgressOnlyInternetGatewaysResponse.builder().build();
                });
        registrar.add("DescribeCarrierGateways", DescribeCarrierGatewaysRequest::builder, request -> {
            none(request.carrierGatewayIds(), "InvalidCarrierGatewayID.NotFound", "carrier gateway");
            page(request.filters(), "carrier-gateway-id\nstate\nowner-id\nvpc-id", request.maxResults(),
                    request.nextToken());
            return DescribeCarrierGatewaysResponse.builder().build();
        });
        registrar.add("DescribeVpnGateways", DescribeVpnGatewaysRequest::builder, request -> {
            none(request.vpnGatewayIds(), "InvalidVpnGatewayID.NotFound", "vpnGateway");
            page(request.filters(), "amazon-side-asn\nattachment.state\nattachment.vpc-id\navailability-zone\nstate\n"
                    + "type\nvpn-gateway-id", null, null);
            return DescribeVpnGatewaysResponse.builder().build();
        });
        registrar.add("DescribeCustomerGateways", DescribeCustomerGatewaysRequest::builder, request -> {
            none(request.customerGatewayIds(), "InvalidCustomerGatewayID.NotFound", "customerGateway");
            page(request.filters(), "bgp-asn\ncustomer-gateway-id\nip-address\nstate\ntype", null, null);
            return DescribeCustomerGatewaysResponse.builder().build();
        });
    }

    private void connections(Registrar registrar) {
        registrar.add("DescribeVpcPeeringConnections", DescribeVpcPeeringConnectionsRequest::builder, request -> {
            none(request.vpcPeeringConnectionIds(), "InvalidVpcPeeringConnectionID.NotFound",
                    "vpcPeeringConnection");
            page(request.filters(), "accepter-vpc-info.cidr-block\naccepter-vpc-info.owner-id\n"
                    + "accepter-vpc-info.vpc-id\nexpiration-time\nrequester-vpc-info.cidr-block\n"
                    + "requester-vpc-info.owner-id\nrequester-vpc-info.vpc-id\nstatus-code\nstatus-message\n"
                    + "vpc-peering-connection-id", request.maxResults(), request.nextToken());
            return DescribeVpcPeeringConnectionsResponse.builder().build();
        });
        registrar.add("DescribeVpnConnections", DescribeVpnConnectionsRequest::builder, request -> {
            none(request.vpnConnectionIds(), "InvalidVpnConnectionID.NotFound", "vpnConnection");
            page(request.filters(), "customer-gateway-configuration\ncustomer-gateway-id\nstate\n"
                    + "option.static-routes-only\nroute.destination-cidr-block\nbgp-asn\ntype\nvpn-connection-id\n"
                    + "vpn-gateway-id\ntransit-gateway-id", null, null);
            return DescribeVpnConnectionsResponse.builder().build();
        });
        registrar.add("DescribeTransitGatewayVpcAttachments", DescribeTransitGatewayVpcAttachmentsRequest::builder,
                request -> {
                    none(request.transitGatewayAttachmentIds(), "InvalidTransitGatewayAttachmentID.NotFound",
                            "Transit Gateway Attachment");
                    page(request.filters(), "state\ntransit-gateway-attachment-id\ntransit-gateway-id\nvpc-id",
                            request.maxResults(), request.nextToken());
                    return DescribeTransitGatewayVpcAttachmentsResponse.builder().build();
                });
        registrar.add("DescribeVpcEndpointConnectionNotifications",
                DescribeVpcEndpointConnectionNotificationsRequest::builder, request -> {
                    none(request.connectionNotificationId() == null ? List.of()
                                    : List.of(request.connectionNotificationId()),
                            "InvalidConnectionNotification", "connection notification");
                    page(request.filters(), "connection-notification-arn\nconnection-notification-id\n"
                            + "connection-notification-state\nconnection-notification-type\nservice-id\n"
                            + "vpc-endpoint-id", null, request.nextToken());
                    return DescribeVpcEndpointConnectionNotificationsResponse.builder().build();
                });
    }

    private void rest(Registrar registrar) {
        registrar.add("DescribeAddresses", DescribeAddressesRequest::builder, request -> {
            none(request.allocationIds(), "InvalidAllocationID.NotFound", "allocation");
            request.publicIps().stream().findFirst().ifPresent(address -> {
                throw new AwsException("InvalidAddress.NotFound", "Address '" + address + "' not found.");
            });
            page(request.filters(), "allocation-id\nassociation-id\ndomain\ninstance-id\nnetwork-border-group\n"
                    + "network-interface-id\nnetwork-interface-owner-id\nprivate-ip-address\npublic-ip", null, null);
            return DescribeAddressesResponse.builder().build();
        });
        registrar.add("DescribeFlowLogs", DescribeFlowLogsRequest::builder, request -> {
            none(request.flowLogIds(), "InvalidFlowLogId.NotFound", "flow log");
            page(request.filter(), "deliver-log-status\nlog-destination-type\nflow-log-id\nlog-group-name\n"
                    + "resource-id\ntraffic-type", request.maxResults(), request.nextToken());
            return DescribeFlowLogsResponse.builder().build();
        });
        registrar.add("DescribeSnapshots", DescribeSnapshotsRequest::builder, request -> {
            none(request.snapshotIds(), "InvalidSnapshot.NotFound", "snapshot");
            page(request.filters(), "description\nencrypted\nowner-alias\nowner-id\nprogress\nsnapshot-id\n"
                    + "start-time\nstatus\nstorage-tier\ntransfer-type\nvolume-id\nvolume-size",
                    request.maxResults(), request.nextToken());
            return DescribeSnapshotsResponse.builder().build();
        });
        registrar.add("DescribeLaunchTemplates", DescribeLaunchTemplatesRequest::builder, request -> {
            none(request.launchTemplateIds(), "InvalidLaunchTemplateId.NotFound", "launch template");
            none(request.launchTemplateNames(), "InvalidLaunchTemplateName.NotFoundException", "launch template");
            page(request.filters(), "create-time\nlaunch-template-name", request.maxResults(), request.nextToken());
            return DescribeLaunchTemplatesResponse.builder().build();
        });
    }

    private static void none(List<String> ids, String code, String what) {
        if (!ids.isEmpty()) {
            throw new AwsException(code, "The " + what + " ID '" + ids.get(0) + "' does not exist");
        }
    }

    /** Refuses filters that the operation doesn't know, sizes out of range and tokens, which no answer gave out. */
    private void page(List<Filter> filters, String names, Integer maxResults, String nextToken) {
        new Filters<String>(row -> Map.of()).inAnswer(row -> null, names).apply(List.of(), filters);
        cloud.paging.page(List.of(), (String row) -> row, maxResults, nextToken);
    }
}
