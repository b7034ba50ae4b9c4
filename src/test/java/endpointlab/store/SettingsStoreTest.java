package endpointlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.i18n.Language;
import endpointlab.lab.ProblemException;
import endpointlab.settings.Look;
import endpointlab.settings.Settings;
import endpointlab.settings.SshSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {

    @TempDir
    private Path root;
    private Path file;
    private SettingsStore store;

    @BeforeEach
    void makeStore() {
        file = root.resolve("settings.json");
        store = new SettingsStore(new LabHome(root));
    }

    @Test
    void withoutAFileTheDefaultsHoldAndNothingIsWrong() {
        assertThat(store.load().settings()).isEqualTo(Settings.DEFAULT);
        assertThat(store.load().problem()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatWasSavedIsLoaded() {
        Settings settings = Settings.DEFAULT.withLanguage(Language.EN).withLook(Look.HIGH_CONTRAST).withTextSize(150)
                .withLessMotion(true).withPace("30").withRegion("ap-northeast-1").withZone("ap-northeast-1c")
                .withInstanceType("t2.micro").withPrefix("花-").withSshSource(SshSource.MY_ADDRESS)
                .withLaptopAddress("198.51.100.7").withConceptRead(2).withConceptRead(5);
        store.save(settings);
        assertThat(new SettingsStore(new LabHome(root)).load())
                .isEqualTo(new SettingsStore.Loaded(settings, Optional.empty()));
    }

    @Test
    void keysThatWeDontKnowSurvive() throws IOException {
        write("{\"language\":\"en\",\"future\":{\"色\":[1,2]}}");
        Settings settings = store.load().settings();
        assertThat(settings.language()).isEqualTo(Language.EN);
        store.save(settings.withLook(Look.DARK));
        assertThat(read()).contains("\"future\"", "色", "\"dark\"");
        assertThat(store.load().settings().look()).isEqualTo(Look.DARK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"language\":", "[]", "12", "{\"language\":\"en\"} trailing"})
    void aDamagedFileIsKeptAsideAndTheDefaultsHold(String damaged) throws IOException {
        write(damaged);
        SettingsStore.Loaded loaded = store.load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.problem()).get().satisfies(problem -> {
            assertThat(problem.cause()).isEqualTo("problem.settings-damaged.cause");
            assertThat(problem.arguments()).containsExactly(file.toString(), aside(1).toString());
        });
        assertThat(Files.readString(aside(1), StandardCharsets.UTF_8)).isEqualTo(damaged);
        store.save(Settings.DEFAULT.withTextSize(120));
        assertThat(store.load()).isEqualTo(new SettingsStore.Loaded(Settings.DEFAULT.withTextSize(120),
                Optional.empty()));
    }

    @Test
    void theSecondDamagedFileDoesntReplaceTheFirst() throws IOException {
        write("first");
        store.load();
        write("second");
        store.load();
        assertThat(Files.readString(aside(1), StandardCharsets.UTF_8)).isEqualTo("first");
        assertThat(Files.readString(aside(2), StandardCharsets.UTF_8)).isEqualTo("second");
    }

    @Test
    void oneBadValueCostsNoOther() throws IOException {
        write("{\"language\":\"en\",\"theme\":\"sepia\",\"textSize\":900,\"conceptsRead\":[1,\"x\"],\"prefix\":7}");
        SettingsStore.Loaded loaded = store.load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT.withLanguage(Language.EN));
        assertThat(loaded.problem()).get().satisfies(problem -> assertThat(problem.arguments())
                .containsExactly(file.toString(), "theme, textSize, prefix, conceptsRead", aside(1).toString()));
        assertThat(Files.readString(aside(1), StandardCharsets.UTF_8)).contains("sepia");
        assertThat(file).exists();
    }

    @Test
    void whatCantBeSavedIsTold() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(() -> store.save(Settings.DEFAULT)).isInstanceOfSatisfying(ProblemException.class,
                failure -> assertThat(failure.problem().code()).isEqualTo("FileNotSaved"));
    }

    private Path aside(int number) {
        return root.resolve("settings.damaged-" + number + ".json");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private String read() throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
