package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;

class NetworkAclOperationsTest {

    private final TestAccount account = new TestAccount(Pace.INSTANT);
    private final String acl = account.ec2.describeNetworkAcls(r -> r.filters(
            filter("vpc-id", account.vpc("10.0.0.0/16")))).networkAcls().get(0).networkAclId();

    @AfterEach
    void close() {
        account.close();
    }

    private List<NetworkAclEntry> ingress() {
        return account.ec2.describeNetworkAcls(r -> r.networkAclIds(acl)).networkAcls().get(0).entries().stream()
                .filter(entry -> !entry.egress()).toList();
    }

    private CreateNetworkAclEntryRequest.Builder deny(int number) {
        return CreateNetworkAclEntryRequest.builder().networkAclId(acl).ruleNumber(number).egress(false)
                .protocol("tcp").ruleAction("deny").cidrBlock("0.0.0.0/0").portRange(p -> p.from(80).to(80));
    }

    @Test
    void entriesCanBeMadeReplacedAndDeleted() {
        account.ec2.createNetworkAclEntry(deny(90).build());
        assertThat(ingress()).hasSize(3).anySatisfy(entry -> {
            assertThat(entry.ruleNumber()).isEqualTo(90);
            assertThat(entry.protocol()).isEqualTo("6");
            assertThat(entry.ruleActionAsString()).isEqualTo("deny");
            assertThat(entry.portRange().from()).isEqualTo(80);
        });

        account.ec2.replaceNetworkAclEntry(r -> r.networkAclId(acl).ruleNumber(90).egress(false).protocol("-1")
                .ruleAction("allow").cidrBlock("10.0.0.0/8"));
        assertThat(ingress()).hasSize(3).anySatisfy(entry -> {
            assertThat(entry.ruleNumber()).isEqualTo(90);
            assertThat(entry.ruleActionAsString()).isEqualTo("allow");
            assertThat(entry.portRange()).isNull();
        });

        account.ec2.deleteNetworkAclEntry(r -> r.networkAclId(acl).ruleNumber(90).egress(false));
        assertThat(ingress()).extracting(NetworkAclEntry::ruleNumber).containsExactlyInAnyOrder(100, 32_767);
    }

    @Test
    void aNumberIsTakenOncePerDirection() {
        account.refused("NetworkAclEntryAlreadyExists",
                "The network acl entry identified by 100 already exists.",
                ec2 -> ec2.createNetworkAclEntry(deny(100).build()));
        account.refused("InvalidNetworkAclEntry.NotFound",
                "The network acl entry identified by ingress rule number 7 does not exist",
                ec2 -> ec2.deleteNetworkAclEntry(r -> r.networkAclId(acl).ruleNumber(7).egress(false)));
    }

    @Test
    void theLastEntryStays() {
        account.refused("InvalidParameterValue",
                "Value (32767) for parameter ruleNumber is invalid. Must be between 1 and 32766.",
                ec2 -> ec2.deleteNetworkAclEntry(r -> r.networkAclId(acl).ruleNumber(32_767).egress(true)));
    }

    @Test
    void entriesAreChecked() {
        account.refused("InvalidParameterValue",
                "Value (drop) for parameter ruleAction is invalid. Must be allow or deny.",
                ec2 -> ec2.createNetworkAclEntry(deny(1).ruleAction("drop").build()));
        account.refused("InvalidParameterValue", "Value (90-80) for parameter portRange is invalid. "
                + "Invalid port range.",
                ec2 -> ec2.createNetworkAclEntry(deny(1).portRange(p -> p.from(90).to(80)).build()));
        account.refused("MissingParameter", "The request must contain the parameter portRange",
                ec2 -> ec2.createNetworkAclEntry(CreateNetworkAclEntryRequest.builder().networkAclId(acl)
                        .ruleNumber(1).egress(false).protocol("6").ruleAction("deny").cidrBlock("0.0.0.0/0").build()));
        account.refused("InvalidNetworkAclID.NotFound", "The networkAcl ID 'acl-0123' does not exist",
                ec2 -> ec2.createNetworkAclEntry(deny(1).networkAclId("acl-0123").build()));
    }
}
