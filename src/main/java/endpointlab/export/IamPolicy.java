package endpointlab.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldType;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The IAM policy under which everything that the product does in AWS works, and hardly anything else: exactly the
 * actions that are called, in one Region; what makes something must tag it with its run, and only what carries such a
 * tag may be changed or deleted. Statements stand by task; a new task adds its own.
 */
public final class IamPolicy {

    private final Lab lab;
    private final FieldValues fields;
    private final String runTag;

    /** @param runTag key of the tag on all that a run makes */
    public IamPolicy(Lab lab, FieldValues fields, String runTag) {
        this.lab = lab;
        this.fields = fields;
        this.runTag = runTag;
    }

    /** The policy as JSON; ends with a line feed. */
    public String text() {
        PolicyScope scope = new PolicyScope(fields.region(), runTag);
        String ami = lab.fields().stream().filter(field -> field.type() == FieldType.AMI).map(FieldSpec::key)
                .map(fields::value).findFirst().orElse("");
        List<Map<String, Object>> statements = new ArrayList<>(new LabPermissions(scope, ami).statements());
        statements.add(new PreflightPermissions(scope).statement());
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put("Statement", statements);
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(policy)
                    .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
