package endpointlab.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A form in which the lab can be exported. */
public enum ExportForm {
    /** A bash script for the AWS CLI. */
    CLI("sh"),
    /** A CloudFormation template in YAML. */
    CLOUDFORMATION("yaml"),
    /** An HTML page. */
    REPORT("html"),
    /** An IAM policy in JSON. */
    IAM_POLICY("json");

    private final String extension;

    ExportForm(String extension) {
        this.extension = extension;
    }

    /** As on the command line, such as {@code iam-policy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of a file in this form, without dot. */
    public String extension() {
        return extension;
    }

    public static Optional<ExportForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }
}
