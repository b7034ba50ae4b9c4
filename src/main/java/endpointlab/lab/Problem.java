package endpointlab.lab;

import java.util.List;

/**
 * Something that went wrong and that the learner can understand and act on.
 *
 * @param code      AWS's error code, or our own in the same style (such as {@code SshTimeout})
 * @param cause     key of the text that says what happened and why
 * @param remedy    key of the text that says what to do
 * @param arguments what the texts name, in order
 * @param operation AWS action or check during which it happened, such as {@code CreateVpc}; empty if none
 * @param detail    AWS's own message, in AWS's English; empty if none
 * @param requestId AWS request id; empty if none
 */
public record Problem(String code, String cause, String remedy, List<String> arguments, String operation,
                      String detail, String requestId) {

    /** Code: the rules for SSH name other addresses than the one, the last of the arguments, that was called from. */
    public static final String SSH_FROM_ELSEWHERE = "SshFromElsewhere";

    public Problem {
        arguments = List.copyOf(arguments);
    }
}
