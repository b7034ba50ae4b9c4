package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import endpointlab.clock.Pace;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;

class TagOperationsTest {

    private final TestAccount account = new TestAccount(Pace.INSTANT);
    private final String vpc = account.vpc("10.0.0.0/16");

    @AfterEach
    void close() {
        account.close();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private List<Tag> tagsOfVpc() {
        return account.ec2.describeVpcs(r -> r.vpcIds(vpc)).vpcs().get(0).tags();
    }

    @Test
    void tagsAreSetReplacedAndTakenAway() {
        account.ec2.createTags(r -> r.resources(vpc).tags(tag("Name", "a"), tag("名前", "練習 & <1>")));
        account.ec2.createTags(r -> r.resources(vpc).tags(tag("Name", "b")));
        assertThat(tagsOfVpc()).containsExactlyInAnyOrder(tag("Name", "b"), tag("名前", "練習 & <1>"));

        account.ec2.deleteTags(r -> r.resources(vpc).tags(tag("Name", "another value")));
        assertThat(tagsOfVpc()).hasSize(2);
        account.ec2.deleteTags(r -> r.resources(vpc).tags(Tag.builder().key("Name").build()));
        assertThat(tagsOfVpc()).hasSize(1);
        account.ec2.deleteTags(r -> r.resources(vpc));
        assertThat(tagsOfVpc()).isEmpty();
    }

    @Test
    void tagsAreDescribedWithTheirResources() {
        String subnet = account.subnet(vpc, "10.0.1.0/24");
        account.ec2.createTags(r -> r.resources(vpc, subnet).tags(tag("run", "7")));

        assertThat(account.ec2.describeTags(r -> r.filters(filter("tag:run", "7"))).tags())
                .extracting(TagDescription::resourceId, TagDescription::resourceTypeAsString)
                .containsExactlyInAnyOrder(tuple(vpc, "vpc"), tuple(subnet, "subnet"));
        assertThat(account.ec2.describeTags(r -> r.filters(filter("resource-type", "subnet"),
                filter("key", "run"))).tags()).hasSize(1);
        account.ec2.deleteSubnet(r -> r.subnetId(subnet));
        assertThat(account.ec2.describeTags(r -> r.filters(filter("value", "7"))).tags()).hasSize(1);
    }

    @Test
    void aTagWithoutKeyIsNotDeleted() {
        account.refused("InvalidParameterValue", "Tag key cannot be empty.",
                ec2 -> ec2.deleteTags(r -> r.resources(vpc).tags(Tag.builder().value("y").build())));
    }

    @Test
    void tagsAreChecked() {
        account.refused("InvalidParameterValue", "Tag keys starting with 'aws:' are reserved for internal use",
                ec2 -> ec2.createTags(r -> r.resources(vpc).tags(tag("aws:x", "y"))));
        account.refused("InvalidParameterValue", "Duplicate tag key 'a' specified.",
                ec2 -> ec2.createTags(r -> r.resources(vpc).tags(tag("a", "1"), tag("a", "2"))));
        account.refused("InvalidParameterValue", "Tag key exceeds the maximum length of 128 characters",
                ec2 -> ec2.createTags(r -> r.resources(vpc).tags(tag("k".repeat(129), ""))));
        account.refused("InvalidParameterValue", "Tag value exceeds the maximum length of 256 characters",
                ec2 -> ec2.createTags(r -> r.resources(vpc).tags(tag("k", "v".repeat(257)))));
        account.refused("TagLimitExceeded", "The maximum number of tags for a resource has been reached.",
                ec2 -> ec2.createTags(r -> r.resources(vpc).tags(IntStream.range(0, 51)
                        .mapToObj(i -> tag("k" + i, "v")).toList())));
    }

    @Test
    void theResourceMustExist() {
        account.refused("InvalidID", "The ID 'thing-1' is not valid",
                ec2 -> ec2.createTags(r -> r.resources("thing-1").tags(tag("a", "b"))));
        account.refused("InvalidInternetGatewayID.NotFound", "The internetGateway ID 'igw-1' does not exist",
                ec2 -> ec2.createTags(r -> r.resources(vpc, "igw-1").tags(tag("a", "b"))));
        assertThat(tagsOfVpc()).isEmpty();
    }

    @Test
    void aCreateTagsOnlyWhatItMakes() {
        account.refused("InvalidParameterValue",
                "'subnet' is not a valid taggable resource type for this operation.",
                ec2 -> ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")
                        .tagSpecifications(t -> t.resourceType("subnet").tags(tag("a", "b")))));
    }
}
