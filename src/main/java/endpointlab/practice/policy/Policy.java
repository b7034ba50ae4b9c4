package endpointlab.practice.policy;

import endpointlab.practice.document.Document;
import endpointlab.practice.document.DocumentException;
import java.nio.file.Path;
import java.util.List;

/**
 * An identity-based IAM policy. Read it with {@link #read} or {@link #parse}; the practice cloud enforces it for its
 * one user after {@link endpointlab.practice.PracticeCloud#enforce}, from the next call on.
 *
 * <p>Understood: {@code Version}, {@code Id}, {@code Statement} with {@code Sid}, {@code Effect}, {@code Action} or
 * {@code NotAction}, {@code Resource} or {@code NotResource}, and {@code Condition} with the operators
 * {@code String…}, {@code Arn…}, {@code Bool} and {@code Null}, their {@code …IfExists} forms and the quantifiers
 * {@code ForAllValues:} and {@code ForAnyValue:}. Anything else in a document is refused with a sentence rather than
 * ignored: other elements and operators, unknown condition keys, policy variables.
 *
 * <p>Source: IAM User Guide, "IAM JSON policy reference" and "Policy evaluation logic".
 */
public final class Policy {

    private static final Policy EVERYTHING = new Policy(List.of(new Statement(true, List.of("*"), false,
            List.of("*"), false, List.of())));

    private final List<Statement> statements;

    Policy(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /** What a policy says to a question. */
    public enum Decision {
        ALLOWED,
        /** No statement allows it. */
        NOT_ALLOWED,
        /** A statement denies it, whatever others allow. */
        DENIED
    }

    /** A policy that stands in nobody's way: the practice cloud's own before another is enforced. */
    public static Policy allowEverything() {
        return EVERYTHING;
    }

    /** @throws DocumentException if the file can't be read, or holds no policy that can be enforced */
    public static Policy read(Path file) {
        return PolicyReader.read(Document.read(file));
    }

    /**
     * @param name what the document is called in sentences
     * @throws DocumentException if the text is no policy that can be enforced
     */
    public static Policy parse(String json, String name) {
        return PolicyReader.read(Document.parse(json, name));
    }

    public Decision decide(Authorization asked) {
        boolean allowed = false;
        for (Statement statement : statements) {
            if (statement.appliesTo(asked)) {
                if (!statement.allow()) {
                    return Decision.DENIED;
                }
                allowed = true;
            }
        }
        return allowed ? Decision.ALLOWED : Decision.NOT_ALLOWED;
    }
}
