package endpointlab.ui.wizard;

import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Finding;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabValidator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All fields of the lab as the learner typed them. What is valid is saved in the background; what isn't stays here as
 * a draft, whatever step or language is shown meanwhile. To be used on the JavaFX thread.
 */
public final class FormModel {

    private final Lab lab;
    private final SessionCommands commands;
    private final Executor inOrder;
    private final Runnable typed;
    private final LabValidator validator;
    private final Map<String, FieldModel> fields = new LinkedHashMap<>();
    private final Map<String, Optional<String>> unsaved = new ConcurrentHashMap<>();
    private final AtomicBoolean saving = new AtomicBoolean();
    private LabState state;
    private boolean following;

    /** @param typed is run whenever something was typed */
    FormModel(Lab lab, LabState state, SessionCommands commands, Executor inOrder, Runnable typed) {
        this.lab = lab;
        this.state = state;
        this.commands = commands;
        this.inOrder = inOrder;
        this.typed = typed;
        this.validator = new LabValidator(lab);
        FieldValues values = FieldValues.of(lab, state);
        for (FieldSpec spec : lab.fields()) {
            String labValue = values.labValue(spec.key());
            FieldModel field = new FieldModel(spec, labValue, state.values().getOrDefault(spec.key(), labValue));
            field.textProperty().addListener((property, before, after) -> changed(field));
            fields.put(spec.key(), field);
        }
        validate();
    }

    public FieldModel field(String key) {
        FieldModel field = fields.get(key);
        if (field == null) {
            throw new IllegalArgumentException("no field " + key);
        }
        return field;
    }

    /** The fields of one step, in order. */
    public List<FieldModel> of(int step) {
        return lab.steps().get(step - 1).fields().stream().map(FieldSpec::key).map(this::field).toList();
    }

    /** What is typed everywhere, so that texts show it before it is saved. */
    public FieldValues values() {
        Map<String, String> edited = new LinkedHashMap<>(state.values());
        for (FieldModel field : fields.values()) {
            if (field.editedProperty().get()) {
                edited.put(field.spec().key(), field.textProperty().get());
            } else {
                edited.remove(field.spec().key());
            }
        }
        return new FieldValues(lab, state.region(), state.runId(), state.prefix(), edited);
    }

    /** Numbers of the steps that have a field with a wrong value that still matters. */
    List<Integer> invalidSteps() {
        return lab.steps().stream().filter(step -> step.fields().stream().map(spec -> field(spec.key()))
                .anyMatch(field -> field.findingProperty().get() != null
                        && !field.lockedProperty().get().equals("wizard.lock.made")))
                .map(step -> step.number()).toList();
    }

    /** Follows the session: values changed elsewhere, and what may be changed now. */
    void follow(LabState newState, boolean running) {
        state = newState;
        following = true;
        for (FieldModel field : fields.values()) {
            String key = field.spec().key();
            boolean editable = commands.editable(key);
            field.lockedProperty().set(!editable ? "wizard.lock.made" : running ? "wizard.lock.running" : "");
            boolean draft = unsaved.containsKey(key) || field.findingProperty().get() != null;
            if (!draft || !editable) {
                field.textProperty().set(state.values().getOrDefault(key, field.labValue()));
            }
        }
        following = false;
        validate();
    }

    private void changed(FieldModel field) {
        if (following) {
            return;
        }
        validate();
        typed.run();
        if (field.findingProperty().get() == null && field.lockedProperty().get().isEmpty()) {
            String text = field.textProperty().get();
            unsaved.put(field.spec().key(),
                    text.equals(field.labValue()) ? Optional.empty() : Optional.of(text));
            if (saving.compareAndSet(false, true)) {
                inOrder.execute(this::save);
            }
        }
    }

    /** In the background; takes only the latest of what was typed. */
    private void save() {
        saving.set(false);
        for (String key : List.copyOf(unsaved.keySet())) {
            Optional<String> value = unsaved.get(key);
            commands.setValue(key, value.orElse(null));
            unsaved.remove(key, value);
        }
    }

    private void validate() {
        FieldValues values = values();
        Map<String, Finding> findings = validator.validate(values).stream()
                .collect(Collectors.toMap(Finding::field, Function.identity(), (first, second) -> first));
        for (FieldModel field : fields.values()) {
            field.findingProperty().set(findings.get(field.spec().key()));
            field.usedProperty().set(values.value(field.spec().key()));
        }
    }
}
