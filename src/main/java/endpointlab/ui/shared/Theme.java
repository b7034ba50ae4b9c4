package endpointlab.ui.shared;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;

/** The looks that can be chosen: an AtlantaFX base and our own tokens on top. */
public enum Theme {
    LIGHT(new PrimerLight(), "tokens-light.css"),
    DARK(new PrimerDark(), "tokens-dark.css"),
    /** Black on white with strong borders, for weak projectors and weak eyes. */
    HIGH_CONTRAST(new PrimerLight(), "tokens-contrast.css");

    private final atlantafx.base.theme.Theme base;
    private final String tokens;

    Theme(atlantafx.base.theme.Theme base, String tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    /** Style sheet to be set as the application's user agent style sheet. */
    public String userAgentStylesheet() {
        return base.getUserAgentStylesheet();
    }

    /** Style sheets to be set on every scene, in order. */
    public List<String> sceneStylesheets() {
        return List.of(url(tokens), url("app.css"));
    }

    private static String url(String file) {
        return Theme.class.getResource("/endpointlab/ui/shared/" + file).toExternalForm();
    }
}
