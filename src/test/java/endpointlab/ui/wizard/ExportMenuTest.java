package endpointlab.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.export.ExportForm;
import endpointlab.i18n.Language;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Desktop;
import endpointlab.ui.shared.LabObserver;
import endpointlab.ui.shared.Localizer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ExportMenuTest {

    private final Localizer texts = new Localizer(Language.EN);
    private final List<String> suggested = new ArrayList<>();
    private final List<String> saved = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Optional<Path> chosen = Optional.of(Path.of("/somewhere/lab"));
    private Problem refusal;

    @Test
    void eachFormIsSavedWhereTheLearnerWantsItAndTheWindowSaysSo() {
        ExportMenu menu = menu();
        texts.languageProperty().set(Language.JA);
        assertThat(menu.getText()).isEqualTo("書き出す");

        menu.getItems().stream().filter(item -> !(item instanceof SeparatorMenuItem)).forEach(this::choose);

        assertThat(suggested).extracting(name -> name.substring(name.indexOf('.')))
                .containsExactly(".html", ".html", ".sh", ".yaml", ".json");
        assertThat(saved).containsExactly("/somewhere/lab REPORT JA false", "/somewhere/lab REPORT JA true",
                "/somewhere/lab CLI JA false", "/somewhere/lab CLOUDFORMATION JA false",
                "/somewhere/lab IAM_POLICY JA false");
        assertThat(told).hasSize(5).containsOnly("/somewhere/lab に保存しました。");
    }

    @Test
    void whatCannotBeWrittenIsSaidInOneBreath() {
        refusal = new Problem("FileNotSaved", "window.file-not-saved.cause", "window.file-not-saved.remedy",
                List.of("/somewhere/lab"), "", "", "");
        choose(menu().getItems().get(0));

        assertThat(told).containsExactly(texts.text(refusal.cause(), "/somewhere/lab") + " "
                + texts.text(refusal.remedy(), "/somewhere/lab"));
    }

    @Test
    void whoChangesTheirMindGetsNothing() {
        chosen = Optional.empty();
        choose(menu().getItems().get(0));

        assertThat(saved).isEmpty();
        assertThat(told).isEmpty();
    }

    private void choose(MenuItem item) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> item.getOnAction().handle(null));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ExportMenu menu() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            LabStates states = new LabStates(Instant.now());
            FakeSession session = new FakeSession(states.fresh());
            LabObserver observer = new LabObserver(states.fresh());
            LabClock clock = LabClock.startingNow(Pace.INSTANT);
            WizardContext context = new WizardContext(LabStates.LAB, null, session, observer, clock, null, null, null,
                    this::text, texts, new Appearance(), null, new Disk(), Runnable::run);
            return new ExportMenu(context, new WizardModel(LabStates.LAB, session, observer, clock, Runnable::run),
                    name -> {
                        suggested.add(name);
                        return chosen;
                    }, told::add);
        });
    }

    private CompletableFuture<String> text(ExportForm form, endpointlab.lab.LabState state, Language language,
                                           boolean masked) {
        assertThat(state.runId()).isEqualTo("7f3c0412");
        return CompletableFuture.completedFuture(form + " " + language + " " + masked);
    }

    private final class Disk implements Desktop {

        @Override
        public void browse(URI address) {
            throw new AssertionError(address);
        }

        @Override
        public CompletableFuture<Void> save(Path file, String text) {
            if (refusal != null) {
                return CompletableFuture.failedFuture(new ProblemException(refusal, null));
            }
            saved.add(file + " " + text);
            return CompletableFuture.completedFuture(null);
        }
    }
}
