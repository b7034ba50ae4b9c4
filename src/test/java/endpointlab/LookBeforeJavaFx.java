package endpointlab;

import endpointlab.app.Desktop;
import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Ends the test run with one line if JavaFX would die here, instead of letting it die. */
public final class LookBeforeJavaFx implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Desktop.here().noHeadlessTests().ifPresent(missing -> {
            throw new IllegalStateException(Messages.in(Language.JA).text(missing) + " / "
                    + Messages.in(Language.EN).text(missing));
        });
    }
}
