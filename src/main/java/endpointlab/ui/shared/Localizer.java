package endpointlab.ui.shared;

import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The window's texts in the language chosen now. What is bound follows when the language is switched, so that nothing
 * on screen has to be built again and no typed text is lost. To be used on the JavaFX thread.
 */
public final class Localizer implements Texts {

    private final Map<Language, Messages> messages = new EnumMap<>(Language.class);
    private final ObjectProperty<Language> language;

    public Localizer(Language first) {
        messages.put(first, Messages.in(first));
        language = new SimpleObjectProperty<>(this, "language", first);
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    @Override
    public String text(String key, Object... arguments) {
        return messages().text(key, arguments);
    }

    public boolean has(String key) {
        return messages().has(key);
    }

    /** The other language is read when it is first wanted. */
    private Messages messages() {
        return messages.computeIfAbsent(language.get(), Messages::in);
    }

    /** The text of {@code key}, always in the language chosen. */
    public StringBinding bind(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> text(key, arguments), language);
    }

    /**
     * A text that is put together anew whenever the language is switched or one of {@code others} changes.
     *
     * @param text asked on the JavaFX thread
     */
    public StringBinding bind(Supplier<String> text, Observable... others) {
        Observable[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = language;
        return Bindings.createStringBinding(text::get, all);
    }
}
