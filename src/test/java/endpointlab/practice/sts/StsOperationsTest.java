package endpointlab.practice.sts;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.practice.testcloud.TestPractice;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class StsOperationsTest {

    @Test
    void tellsWhoCalls() {
        try (TestPractice practice = new TestPractice()) {
            GetCallerIdentityResponse identity = practice.sts().getCallerIdentity();
            assertThat(identity.account()).isEqualTo("123456789012");
            assertThat(identity.arn()).isEqualTo("arn:aws:iam::123456789012:user/practice");
            assertThat(identity.userId()).matches("AIDA[A-Z0-9]{17}");
        }
    }
}
