package endpointlab.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/endpointlab/i18n");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

    private final Messages japanese = Messages.in(Language.JA);
    private final Messages english = Messages.in(Language.EN);

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(english.keys()).containsExactlyInAnyOrderElementsOf(japanese.keys());
    }

    @Test
    void bothLanguagesNameTheSameArguments() {
        assertThat(japanese.keys()).allSatisfy(key -> assertThat(placeholders(english, key))
                .as(key).isEqualTo(placeholders(japanese, key)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFileIsListedAndHasNoKeyTwice(Language language) throws IOException {
        for (String bundle : Messages.bundles()) {
            List<String> keys = lines(FOLDER.resolve(bundle + "_" + language.code() + ".properties"))
                    .map(line -> line.substring(0, line.indexOf('='))).toList();
            assertThat(keys).as(bundle).doesNotHaveDuplicates().isNotEmpty();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("_"))
                    .map(name -> name.substring(0, name.indexOf('_'))).collect(Collectors.toSet()))
                    .isEqualTo(Set.copyOf(Messages.bundles()));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noQuoteSwallowsAnArgument(Language language) {
        Messages messages = Messages.in(language);
        assertThat(messages.keys()).allSatisfy(key -> {
            String[] marks = Stream.iterate(0, i -> i + 1).limit(10).map(i -> "<" + i + ">").toArray(String[]::new);
            String text = messages.text(key, (Object[]) marks);
            placeholders(messages, key).forEach(index -> assertThat(text).as(key).contains("<" + index + ">"));
        });
    }

    @Test
    void noTextIsDead() throws IOException {
        Set<String> words = words();
        Set<String> dead = new TreeSet<>(japanese.keys());
        dead.removeIf(key -> isNamed(key, words));
        assertThat(dead).isEmpty();
    }

    @Test
    void aMissingTextIsAClearFailure() {
        assertThatThrownBy(() -> english.text("no.such.text")).isInstanceOf(MissingResourceException.class)
                .hasMessage("no text no.such.text in en");
    }

    @Test
    void japaneseStaysJapanese() {
        assertThat(japanese.text("validation.empty", "step-1.name")).isEqualTo("step-1.name が空なので、値を入れてください。");
    }

    private static Set<Integer> placeholders(Messages messages, String key) {
        Set<Integer> found = new TreeSet<>();
        Object[] nothing = {};
        Matcher matcher = Pattern.compile("\\{([0-9]+)}").matcher(messages.text(key, nothing));
        while (matcher.find()) {
            found.add(Integer.parseInt(matcher.group(1)));
        }
        return found;
    }

    /** A key stands in the sources whole, or in parts that meet at its dots. */
    private static boolean isNamed(String key, Set<String> words) {
        if (words.contains(key)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            for (int cut : new int[] {dot, dot + 1}) {
                if (cut > 0 && cut < key.length() && words.contains(key.substring(0, cut))
                        && isNamed(key.substring(cut), words)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Literals of the program, the labs and the Regions, words of the enums, and the numbers of the steps. */
    private static Set<String> words() throws IOException {
        Set<String> words = new HashSet<>();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("src/main/resources/labs"),
                Path.of("src/main/resources/endpointlab/lab"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    addLiterals(Files.readString(file, StandardCharsets.UTF_8), words);
                }
            }
        }
        for (int step = 1; step <= 17; step++) {
            words.add(String.valueOf(step));
        }
        return words;
    }

    private static void addLiterals(String source, Set<String> words) {
        Matcher literal = LITERAL.matcher(source);
        while (literal.find()) {
            words.add(literal.group(1));
        }
        Matcher constant = CONSTANT.matcher(source);
        while (constant.find()) {
            words.add(constant.group().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
}
