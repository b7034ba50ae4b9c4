package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AccountAttribute;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.Region;

/** What is there without anybody making it: zones, types, images, account attributes. */
class CatalogueTest {

    private final TestAccount account = new TestAccount(Pace.INSTANT);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void zones() {
        assertThat(account.ec2.describeAvailabilityZones().availabilityZones()).hasSize(6)
                .allMatch(zone -> zone.stateAsString().equals("available"))
                .extracting(AvailabilityZone::zoneId).doesNotHaveDuplicates().contains("use1-az1");
        assertThat(account.ec2.describeAvailabilityZones(r -> r.zoneNames("us-east-1a")).availabilityZones())
                .hasSize(1);
        account.refused("InvalidParameterValue", "Invalid availability zone: [us-east-1z]",
                ec2 -> ec2.describeAvailabilityZones(r -> r.zoneNames("us-east-1z")));
    }

    @Test
    void regions() {
        assertThat(account.ec2.describeRegions(r -> r.filters(filter("region-name", "ap-*"))).regions())
                .extracting(Region::regionName).contains("ap-northeast-1").doesNotContain("us-east-1");
    }

    @Test
    void freeTierTypes() {
        assertThat(account.ec2.describeInstanceTypes(r -> r.filters(filter("free-tier-eligible", "true")))
                .instanceTypes()).extracting(InstanceTypeInfo::instanceTypeAsString)
                .containsExactlyInAnyOrder("t3.micro", "t3.small", "t4g.micro", "t4g.small", "c7i-flex.large",
                        "m7i-flex.large");
        account.refused("InvalidInstanceType",
                "The following supplied instance types do not exist: [t3.mikro]",
                ec2 -> ec2.describeInstanceTypes(r -> r.instanceTypesWithStrings("t3.mikro")));
    }

    @Test
    void theOldZoneOffersNoT3() {
        assertThat(account.ec2.describeInstanceTypeOfferings(r -> r.locationType("availability-zone")
                        .filters(filter("instance-type", "t3.micro"))).instanceTypeOfferings())
                .extracting(InstanceTypeOffering::location)
                .containsExactlyInAnyOrder("us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1f");
        assertThat(account.ec2.describeInstanceTypeOfferings(r -> r.filters(filter("instance-type", "t3.micro")))
                .instanceTypeOfferings()).extracting(InstanceTypeOffering::location).containsExactly("us-east-1");
    }

    @Test
    void images() {
        assertThat(account.ec2.describeImages(r -> r.owners("amazon").filters(filter("name", "al2023-ami-2023.*"),
                filter("architecture", "x86_64"))).images()).singleElement()
                .satisfies(image -> assertThat(image.stateAsString()).isEqualTo("available"));
        assertThat(account.ec2.describeImages(r -> r.owners("self")).images()).isEmpty();
        String id = account.ec2.describeImages().images().get(0).imageId();
        assertThat(account.ec2.describeImages(r -> r.imageIds(id)).images()).extracting(Image::imageId)
                .containsExactly(id);
        account.refused("InvalidAMIID.Malformed", "Invalid id: \"resolve:ssm:x\" (expecting \"ami-...\")",
                ec2 -> ec2.describeImages(r -> r.imageIds("resolve:ssm:x")));
    }

    @Test
    void accountAttributes() {
        assertThat(account.ec2.describeAccountAttributes(r -> r.attributeNamesWithStrings("default-vpc"))
                .accountAttributes()).extracting(AccountAttribute::attributeName).containsExactly("default-vpc");
        account.refused("InvalidParameterValue", "The attribute name 'credit' is invalid",
                ec2 -> ec2.describeAccountAttributes(r -> r.attributeNamesWithStrings("credit")));
    }
}
