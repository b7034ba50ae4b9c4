package endpointlab.practice.policy;

import endpointlab.practice.document.DocumentException;
import endpointlab.practice.document.Part;
import endpointlab.practice.policy.Condition.Quantifier;
import endpointlab.practice.policy.Condition.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a {@link Policy} of a document. Every method throws {@link DocumentException} for what it can't take. */
final class PolicyReader {

    private static final String IF_EXISTS = "IfExists";
    private static final String ALL = "ForAllValues:";
    private static final String ANY = "ForAnyValue:";
    private static final String ACTION_FORM = "*, service:Action, service:Prefix*";
    private static final String ARN_FORM = "*, arn:aws:service:region:account:resource";

    private PolicyReader() {
    }

    static Policy read(Part document) {
        document.object("Version", "Id", "Statement");
        document.required("Version").word("2012-10-17", "2008-10-17");
        document.field("Id").ifPresent(id -> id.text("\"…\""));
        List<Statement> statements = new ArrayList<>();
        for (Part statement : document.required("Statement").oneOrMore()) {
            statements.add(statement(statement));
        }
        return new Policy(statements);
    }

    private static Statement statement(Part part) {
        part.object("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
        part.field("Sid").ifPresent(sid -> sid.text("\"…\""));
        boolean allow = part.required("Effect").word("Allow", "Deny").equals("Allow");
        boolean notActions = part.field("NotAction").isPresent();
        Part actions = eitherOf(part, "Action", "NotAction");
        boolean notResources = part.field("NotResource").isPresent();
        Part resources = eitherOf(part, "Resource", "NotResource");
        return new Statement(allow, actions.oneOrMore().stream().map(PolicyReader::action).toList(), notActions,
                resources.oneOrMore().stream().map(PolicyReader::resource).toList(), notResources,
                part.field("Condition").map(PolicyReader::conditions).orElse(List.of()));
    }

    private static Part eitherOf(Part statement, String name, String negation) {
        if (statement.field(name).isPresent() && statement.field(negation).isPresent()) {
            throw statement.bad(name + " / " + negation);
        }
        return statement.field(negation).orElseGet(() -> statement.required(name));
    }

    private static String action(Part part) {
        String text = part.text(ACTION_FORM);
        if (!text.matches("\\*|[a-z0-9-]+:[A-Za-z0-9*?]+")) {
            throw part.bad(ACTION_FORM);
        }
        return text;
    }

    private static String resource(Part part) {
        String text = withoutVariables(part, part.text(ARN_FORM));
        if (!Wildcards.isArnPattern(text)) {
            throw part.bad(ARN_FORM);
        }
        return text;
    }

    private static String withoutVariables(Part part, String text) {
        if (text.contains("${")) {
            throw part.unsupported(text, ARN_FORM);
        }
        return text;
    }

    private static List<Condition> conditions(Part part) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, Part> operator : part.fields()) {
            for (Map.Entry<String, Part> key : operator.getValue().fields()) {
                conditions.add(condition(operator.getKey(), operator.getValue(), key.getKey(), key.getValue()));
            }
        }
        return conditions;
    }

    private static Condition condition(String operator, Part where, String key, Part values) {
        Quantifier quantifier = startsWith(operator, ALL) ? Quantifier.ALL
                : startsWith(operator, ANY) ? Quantifier.ANY : Quantifier.SINGLE;
        String rest = switch (quantifier) {
            case ALL -> operator.substring(ALL.length());
            case ANY -> operator.substring(ANY.length());
            case SINGLE -> operator;
        };
        boolean ifExists = rest.toLowerCase(Locale.ROOT).endsWith(IF_EXISTS.toLowerCase(Locale.ROOT));
        Test test = Test.named(ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest);
        if (test == null || test == Test.NULL && (ifExists || quantifier != Quantifier.SINGLE)) {
            throw where.unsupported(operator, String.join(", ", Test.names()) + ", …" + IF_EXISTS + ", " + ALL
                    + "…, " + ANY + "…");
        }
        if (!ConditionKeys.areKnown(key)) {
            throw values.unsupported(key, ConditionKeys.all());
        }
        if (ConditionKeys.isMultivalued(key) && quantifier == Quantifier.SINGLE && test != Test.NULL) {
            throw where.unsupported(operator + " " + key, ALL + operator + ", " + ANY + operator);
        }
        return new Condition(quantifier, test, ifExists, key,
                values.oneOrMore().stream().map(value -> value(test, value)).toList());
    }

    private static String value(Test test, Part part) {
        if (test == Test.BOOL || test == Test.NULL) {
            String text = part.scalar("true, false");
            if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                throw part.bad("true, false");
            }
            return text;
        }
        String text = part.scalar("\"…\", [\"…\", \"…\"]");
        if (text.contains("${")) {
            throw part.unsupported(text, "\"…\"");
        }
        return text;
    }

    private static boolean startsWith(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
