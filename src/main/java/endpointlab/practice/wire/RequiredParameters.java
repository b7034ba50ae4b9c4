package endpointlab.practice.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Which parameters the requests of one service, and the structures in them, can't do without. The SDK has a trait
 * for that but doesn't set it for the Query protocols, so the names stand in a file beside this class.
 *
 * <p>Source: AWS's public service models of EC2 and ELBv2, as botocore ships them.
 */
final class RequiredParameters {

    private final Properties byType = new Properties();

    RequiredParameters(AwsService service) {
        String file = "required-" + service.name().toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream in = RequiredParameters.class.getResourceAsStream(file)) {
            if (in != null) {
                byType.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Names as in a request; {@code type} is the simple name of an SDK type, such as {@code DeleteVpcRequest}. */
    List<String> of(String type) {
        String names = byType.getProperty(type, "");
        return names.isEmpty() ? List.of() : List.of(names.split(", "));
    }

    /** The types that the file names. */
    List<String> types() {
        return byType.stringPropertyNames().stream().sorted().toList();
    }
}
