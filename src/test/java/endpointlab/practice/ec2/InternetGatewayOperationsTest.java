package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import endpointlab.clock.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;

class InternetGatewayOperationsTest {

    private final TestAccount account = new TestAccount(new Pace("20", 20));

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void anAttachmentIsAvailableAWordTheSdkDoesNotKnow() {
        String vpc = account.vpc("10.0.0.0/16");
        String id = account.gateway(vpc);

        InternetGatewayAttachment attachment = account.ec2.describeInternetGateways(r -> r.internetGatewayIds(id))
                .internetGateways().get(0).attachments().get(0);
        assertThat(attachment.stateAsString()).isEqualTo("available");
        assertThat(attachment.state()).isEqualTo(AttachmentStatus.UNKNOWN_TO_SDK_VERSION);
        assertThat(attachment.vpcId()).isEqualTo(vpc);
        assertThat(account.ec2.describeInternetGateways(r -> r.filters(filter("attachment.vpc-id", vpc)))
                .internetGateways()).hasSize(1);
    }

    @Test
    void aDetachedOneHasNoAttachmentsAndCanBeDeleted() {
        String vpc = account.vpc("10.0.0.0/16");
        String id = account.gateway(vpc);
        account.ec2.detachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc));

        assertThat(account.ec2.describeInternetGateways(r -> r.internetGatewayIds(id)).internetGateways().get(0)
                .attachments()).isEmpty();
        account.refused("Gateway.NotAttached", "resource " + id + " is not attached to network " + vpc,
                ec2 -> ec2.detachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc)));

        account.ec2.deleteInternetGateway(r -> r.internetGatewayId(id));
        account.refused("InvalidInternetGatewayID.NotFound", "The internetGateway ID '" + id + "' does not exist",
                ec2 -> ec2.deleteInternetGateway(r -> r.internetGatewayId(id)));
    }

    @Test
    void oneGatewayHasOneVpcAndOneVpcOneGateway() {
        String vpc = account.vpc("10.0.0.0/16");
        String other = account.vpc("10.1.0.0/16");
        String id = account.gateway(vpc);
        account.refused("Resource.AlreadyAssociated", "resource " + id + " is already attached to network " + vpc,
                ec2 -> ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(other)));

        String second = account.ec2.createInternetGateway().internetGateway().internetGatewayId();
        account.refused("InvalidParameterValue", "Network " + vpc + " already has an internet gateway attached",
                ec2 -> ec2.attachInternetGateway(r -> r.internetGatewayId(second).vpcId(vpc)));
    }

    @Test
    void anAttachedOneCannotBeDeleted() {
        String id = account.gateway(account.vpc("10.0.0.0/16"));

        account.refused("DependencyViolation",
                "The internetGateway '" + id + "' has dependencies and cannot be deleted.",
                ec2 -> ec2.deleteInternetGateway(r -> r.internetGatewayId(id)));
    }

    @Test
    void itStaysAttachedUntilTheInstanceWithAPublicAddressIsTerminated() {
        String vpc = account.vpc("10.0.0.0/16");
        String id = account.gateway(vpc);
        String instance = account.instance(account.subnet(vpc, "10.0.1.0/24"));
        account.ec2.terminateInstances(r -> r.instanceIds(instance));

        account.refused("DependencyViolation", "Network " + vpc + " has some mapped public address(es). "
                        + "Please unmap those public address(es) before detaching the gateway.",
                ec2 -> ec2.detachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc)));

        await().ignoreException(Ec2Exception.class).untilAsserted(() ->
                account.ec2.detachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc)));
        assertThat(account.stateOf(instance)).isEqualTo("terminated");
    }

    @Test
    void aRegionHoldsFiveGatewaysTheDefaultVpcsIncluded() {
        for (int i = 0; i < 4; i++) {
            account.ec2.createInternetGateway();
        }
        account.refused("InternetGatewayLimitExceeded",
                "The maximum number of internet gateways has been reached.", ec2 -> ec2.createInternetGateway());
    }
}
