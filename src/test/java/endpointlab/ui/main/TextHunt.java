package endpointlab.ui.main;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/** Finds every text that is on the screen, down to the skins of controls, and what pops up. */
final class TextHunt {

    private final Set<String> found = new TreeSet<>();

    /** Font family, a tab, and a text in it with line ends as blanks. */
    Set<String> found() {
        return found;
    }

    /** All windows, popups included. */
    void everything() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window.getScene() != null) {
                window.getScene().getRoot().applyCss();
                window.getScene().getRoot().layout();
                walk(window.getScene().getRoot());
            }
        }
    }

    private void walk(Node node) {
        if (node instanceof Text text && !(node instanceof FontIcon) && !text.getText().isBlank()) {
            found.add(text.getFont().getFamily() + "\t" + text.getText().replaceAll("\\s", " "));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    /** Opens every list, menu and tooltip in turn, and looks at it. */
    void popups(Parent root) {
        for (Node node : root.lookupAll("*")) {
            if (node instanceof ComboBoxBase<?> combo && combo.isVisible() && !combo.isDisabled()) {
                combo.show();
                everything();
                combo.hide();
            }
            if (node instanceof MenuButton menu && menu.isVisible()) {
                menu.show();
                everything();
                menu.hide();
            }
            if (node instanceof Control control && control.getTooltip() != null) {
                control.getTooltip().show(control.getScene().getWindow());
                everything();
                control.getTooltip().hide();
            }
        }
    }
}
