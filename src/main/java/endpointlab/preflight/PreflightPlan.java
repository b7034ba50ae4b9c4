package endpointlab.preflight;

import endpointlab.cost.PriceTable;
import endpointlab.lab.FieldType;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import java.util.List;
import java.util.Optional;

/**
 * What is planned.
 *
 * @param state    of the lab as it would be begun; what it names is looked at
 * @param students how many do the lab in the account at the same time, at least 1
 * @param vpcQuota how many VPCs the account may have in the Region; internet gateways have the same quota
 * @param address  looks up the learner's address; empty unless SSH shall be allowed from there alone
 */
public record PreflightPlan(Lab lab, LabState state, int students, int vpcQuota, PriceTable prices,
                            Optional<AddressLookup> address) {

    /** VPCs and internet gateways that AWS gives every account in a Region. Source: AWS-FACTS 2.3. */
    public static final int USUAL_VPC_QUOTA = 5;

    public PreflightPlan {
        if (students < 1) {
            throw new IllegalArgumentException("students: " + students);
        }
    }

    FieldValues fields() {
        return FieldValues.of(lab, state);
    }

    /** The values of all fields of a type, nothing twice. */
    List<String> values(FieldType type) {
        return lab.fields().stream().filter(field -> field.type() == type)
                .map(field -> fields().value(field.key())).distinct().toList();
    }

    /** How many resources of a kind the labs of all students make. */
    int countOfAll(String kind) {
        return students * (int) lab.resources().stream().filter(spec -> spec.kind().equals(kind)).count();
    }
}
