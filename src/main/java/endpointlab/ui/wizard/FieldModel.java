package endpointlab.ui.wizard;

import endpointlab.lab.FieldSpec;
import endpointlab.lab.Finding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One field of a form: what is typed, what is wrong with it, and whether it may be changed. */
public final class FieldModel {

    private final FieldSpec spec;
    private final String labValue;
    private final StringProperty text;
    private final StringProperty used = new SimpleStringProperty(this, "used", "");
    private final StringProperty locked = new SimpleStringProperty(this, "locked", "");
    private final ObjectProperty<Finding> finding = new SimpleObjectProperty<>(this, "finding");
    private final BooleanProperty edited = new SimpleBooleanProperty(this, "edited");

    FieldModel(FieldSpec spec, String labValue, String value) {
        this.spec = spec;
        this.labValue = labValue;
        this.text = new SimpleStringProperty(this, "text", value);
        edited.bind(text.isNotEqualTo(labValue));
    }

    public FieldSpec spec() {
        return spec;
    }

    /** The lab's own value. */
    public String labValue() {
        return labValue;
    }

    /** What is typed, valid or not. */
    public StringProperty textProperty() {
        return text;
    }

    /** What will be used: with the student prefix and the run's id. */
    public StringProperty usedProperty() {
        return used;
    }

    /** What is wrong with it; {@code null} if nothing. */
    public ObjectProperty<Finding> findingProperty() {
        return finding;
    }

    /** Whether it differs from the lab's value. */
    public BooleanProperty editedProperty() {
        return edited;
    }

    /** Key of the text that says why it can't be changed now; empty if it can. */
    public StringProperty lockedProperty() {
        return locked;
    }

    /** Back to the lab's value. */
    public void reset() {
        if (locked.get().isEmpty()) {
            text.set(labValue);
        }
    }
}
