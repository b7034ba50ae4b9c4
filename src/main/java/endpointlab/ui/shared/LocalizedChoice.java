package endpointlab.ui.shared;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** A choice whose words follow the language. */
public final class LocalizedChoice<T> extends ComboBox<T> {

    /** @param words from an item to its words in the language chosen now */
    public LocalizedChoice(Localizer localizer, List<T> items, Function<T, String> words) {
        getItems().setAll(items);
        setCellFactory(list -> new WordCell<>(localizer, words));
        setButtonCell(new WordCell<>(localizer, words));
    }

    private static final class WordCell<T> extends ListCell<T> {

        private final Localizer localizer;
        private final Function<T, String> words;

        private WordCell(Localizer localizer, Function<T, String> words) {
            this.localizer = localizer;
            this.words = words;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) {
                setText(null);
            } else {
                textProperty().bind(localizer.bind(() -> words.apply(item)));
            }
        }
    }
}
