package endpointlab.app;

import endpointlab.export.CliScript;
import endpointlab.i18n.Messages;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.run.CreationRequests;
import endpointlab.run.LabSession;
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
        CLI;

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
            case CLI -> cli(state);
        };
    }

    private String cli(LabState state) {
        LabState unmade = LabSession.newState(lab, CliScript.RUN, state.mode(), state.region(), 0, state.prefix(),
                state.values());
        return new CliScript(lab, FieldValues.of(lab, unmade), new CreationRequests(lab, unmade)::of, texts).text();
    }
}
