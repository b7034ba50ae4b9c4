package endpointlab.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Request;

class RequiredParametersTest {

    @ParameterizedTest
    @EnumSource(names = {"EC2", "ELB"})
    void everyNameInTheFileIsAFieldOfTheSdk(AwsService service) throws Exception {
        RequiredParameters required = new RequiredParameters(service);
        String models = (service == AwsService.EC2 ? Ec2Request.class : ElasticLoadBalancingV2Request.class)
                .getPackageName();

        assertThat(required.types()).hasSizeGreaterThan(25);
        for (String type : required.types()) {
            SdkPojo builder = (SdkPojo) Class.forName(models + "." + type).getMethod("builder").invoke(null);
            List<String> fields = builder.sdkFields().stream().map(SdkField::locationName).toList();
            assertThat(fields).as(type).containsAll(required.of(type));
        }
    }
}
