package endpointlab.ui.shared;

/** The way from screen to screen; the main window puts it into practice. To be used on the JavaFX thread. */
public interface Navigator {

    void showStart();

    void showLab(OpenLab lab);

    /** @param number of the concept page, from 1 */
    void showConcept(int number);

    void showSettings();

    /** The way into the user's own AWS account. */
    void showAccount();
}
