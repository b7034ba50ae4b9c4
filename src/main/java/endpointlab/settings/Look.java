package endpointlab.settings;

/** How the window looks. */
public enum Look {
    LIGHT, DARK, HIGH_CONTRAST
}
