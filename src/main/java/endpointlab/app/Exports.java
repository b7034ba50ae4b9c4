package endpointlab.app;

import endpointlab.cost.PriceTable;
import endpointlab.export.CliScript;
import endpointlab.export.CloudFormation;
import endpointlab.export.ExportForm;
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

/** The lab in the forms that others can use. */
final class Exports {

    private final Lab lab;
    private final Messages texts;

    Exports(Lab lab, Messages texts) {
        this.lab = lab;
        this.texts = texts;
    }

    /** @param masked whether a report hides account, ids and addresses */
    String text(ExportForm form, LabState state, boolean masked) {
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
