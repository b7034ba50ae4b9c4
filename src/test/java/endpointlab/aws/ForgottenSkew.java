package endpointlab.aws;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.SdkGlobalTime;

/** The SDK keeps what it learned of AWS's clock for new clients of the whole process; this makes it forget. */
public final class ForgottenSkew implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        SdkGlobalTime.setGlobalTimeOffset(0);
    }
}
