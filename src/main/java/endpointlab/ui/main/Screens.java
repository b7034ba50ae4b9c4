package endpointlab.ui.main;

import javafx.scene.Node;

/** The screens outside a lab, made when they are shown; {@code app} puts it into practice. */
public interface Screens {

    Node start();

    /** @param number of the concept page, from 1 */
    Node concept(int number);

    Node settings();

    /** The way into the user's own AWS account. */
    Node account();

    /** Whether labs that were left in the account are being cleaned up. */
    boolean isCleaningUp();

    /** Shows the sheet of keys in front of {@code screen}. */
    void showShortcuts(Node screen);
}
