package endpointlab.ui.main;

import endpointlab.ui.shared.Appearance;
import endpointlab.ui.wizard.WizardModel;
import endpointlab.ui.wizard.WizardView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the window. {@code SHORTCUT} is Ctrl, and the command key on macOS. */
final class LabKeys {

    private static final KeyCombination.Modifier SHORTCUT = KeyCombination.SHORTCUT_DOWN;

    private final Map<KeyCombination, Runnable> everywhere = new LinkedHashMap<>();
    private final Map<KeyCombination, Runnable> inLab = new LinkedHashMap<>();

    /** @param doings what the header's buttons do too */
    LabKeys(Appearance appearance, HeaderBar.Doings doings) {
        everywhere.put(new KeyCodeCombination(KeyCode.F1), doings.help());
        Runnable larger = () -> appearance.setTextSize(appearance.textSizeProperty().get() + Appearance.STEP);
        Runnable smaller = () -> appearance.setTextSize(appearance.textSizeProperty().get() - Appearance.STEP);
        everywhere.put(new KeyCodeCombination(KeyCode.PLUS, SHORTCUT, KeyCombination.SHIFT_ANY), larger);
        everywhere.put(new KeyCodeCombination(KeyCode.EQUALS, SHORTCUT, KeyCombination.SHIFT_ANY), larger);
        everywhere.put(new KeyCodeCombination(KeyCode.SEMICOLON, SHORTCUT, KeyCombination.SHIFT_DOWN), larger);
        everywhere.put(new KeyCodeCombination(KeyCode.ADD, SHORTCUT), larger);
        everywhere.put(new KeyCodeCombination(KeyCode.MINUS, SHORTCUT), smaller);
        everywhere.put(new KeyCodeCombination(KeyCode.SUBTRACT, SHORTCUT), smaller);
        everywhere.put(new KeyCodeCombination(KeyCode.DIGIT0, SHORTCUT), () -> appearance.setTextSize(100));
        inLab.put(new KeyCodeCombination(KeyCode.F11), doings.present());
    }

    /** Adds the keys of a lab. */
    LabKeys with(WizardView wizard) {
        WizardModel model = wizard.model();
        inLab.put(new KeyCodeCombination(KeyCode.ENTER, SHORTCUT), wizard::run);
        inLab.put(new KeyCodeCombination(KeyCode.ENTER, SHORTCUT, KeyCombination.SHIFT_DOWN), model::runTo);
        inLab.put(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), model::previous);
        inLab.put(new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN), model::next);
        inLab.put(new KeyCodeCombination(KeyCode.D, SHORTCUT), wizard::focusDiagram);
        inLab.put(new KeyCodeCombination(KeyCode.L, SHORTCUT), wizard::showLog);
        inLab.put(new KeyCodeCombination(KeyCode.F5), model::reconcile);
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4};
        for (int i = 0; i < digits.length; i++) {
            int number = i + 1;
            inLab.put(new KeyCodeCombination(digits[i], SHORTCUT), () -> wizard.selectTab(number));
        }
        return this;
    }

    /** @param lab whether a lab is shown */
    void handle(KeyEvent event, boolean lab) {
        Optional<Runnable> found = find(everywhere, event).or(() -> lab ? find(inLab, event) : Optional.empty());
        found.ifPresent(action -> {
            event.consume();
            action.run();
        });
    }

    private static Optional<Runnable> find(Map<KeyCombination, Runnable> keys, KeyEvent event) {
        return keys.entrySet().stream().filter(key -> key.getKey().match(event)).map(Map.Entry::getValue)
                .findFirst();
    }
}
