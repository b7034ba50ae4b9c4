package endpointlab.ui.shared;

/** The texts of the window in the language that is chosen now. */
@FunctionalInterface
public interface Texts {

    /**
     * @param key       key in the message bundles
     * @param arguments what the text names, in order
     */
    String text(String key, Object... arguments);
}
