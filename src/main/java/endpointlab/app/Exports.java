package endpointlab.app;

import endpointlab.cost.PriceTable;
import endpointlab.export.CliScript;
import endpointlab.export.CloudFormation;
import endpointlab.export.IamPolicy;
import endpointlab.export.LabReport;
import endpointlab.i18n.Messages;
import endpointlab.lab.DiagramReader;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.resource.RunTags;
import endpointlab.run.CreationRequests;
import endpointlab.run.LabSession;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lab in the forms that others can use. */
final class Exports {

    private final Lab lab;
    private final Messages texts;

    Exports(Lab lab, Messages texts) {
        this.lab = lab;
        this.texts = texts;
    }

    /** What can be exported; its name on the command line is {@link #word()}. */
    enum Form {
        CLI, CLOUDFORMATION, REPORT, IAM_POLICY;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Form> of(String word) {
            return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
        }
    }

    /** @param masked whether a report hides account, ids and addresses */
    String text(Form form, LabState state, boolean masked) {
        return switch (form) {
            case CLI -> cli(unmade(state, state.prefix()));
            case CLOUDFORMATION -> new CloudFormation(lab, FieldValues.of(lab, unmade(state, "")), state.prefix(),
                    texts).text();
            case REPORT -> new LabReport(lab, new DiagramReader().read(lab), state, PriceTable.load(), texts, masked,
                    Instant.now()).text();
            case IAM_POLICY -> new IamPolicy(lab, FieldValues.of(lab, state), RunTags.RUN).text();
        };
    }

    private LabState unmade(LabState state, String prefix) {
        return LabSession.newState(lab, CliScript.RUN, state.mode(), state.region(), 0, prefix, state.values());
    }

    private String cli(LabState unmade) {
        return new CliScript(lab, FieldValues.of(lab, unmade), new CreationRequests(lab, unmade)::of, texts).text();
    }
}
