package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import java.util.Set;

/** Checks the values of parameters in ELBv2's words. Every method throws {@link AwsException}. */
final class ElbValues {

    static final int LAST_PORT = 65_535;
    static final Set<String> PROTOCOLS = Set.of("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE", "QUIC",
            "TCP_QUIC");

    private ElbValues() {
    }

    /**
     * @param served the words that the practice cloud has a behaviour for
     * @param what   for texts, such as {@code Target groups of type}
     */
    static void word(String word, String parameter, Set<String> known, Set<String> served, String what) {
        if (!known.contains(word)) {
            throw ElbErrors.validation("1 validation error detected: Value '" + word + "' at '" + parameter
                    + "' failed to satisfy constraint: Member must satisfy enum value set: " + known.stream()
                    .sorted().toList());
        }
        if (!served.contains(word)) {
            throw ElbErrors.lacking(what + " '" + word + "'");
        }
    }

    /** @param otherwise stands for a value that is {@code null} */
    static int range(String parameter, Integer value, int otherwise, int least, int most) {
        int checked = value == null ? otherwise : value;
        if (checked < least || checked > most) {
            throw ElbErrors.validation("1 validation error detected: Value '" + checked + "' at '" + parameter
                    + "' failed to satisfy constraint: Member must be between " + least + " and " + most);
        }
        return checked;
    }
}
