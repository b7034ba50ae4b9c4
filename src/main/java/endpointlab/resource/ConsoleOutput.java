package endpointlab.resource;

import endpointlab.aws.AwsCaller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputRequest;

/** What an instance wrote on its console. */
public final class ConsoleOutput {

    private ConsoleOutput() {
    }

    /** Asks once for the newest output (Nitro instance types only); empty while none is posted. */
    public static String read(AwsCaller aws, String instanceId) {
        GetConsoleOutputRequest request =
                GetConsoleOutputRequest.builder().instanceId(instanceId).latest(true).build();
        String encoded = aws.poll(request, aws.ec2()::getConsoleOutput).output();
        return encoded == null ? "" : new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
