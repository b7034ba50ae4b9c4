package endpointlab.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import endpointlab.strangers.Stranger.Ran;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Terraform with the AWS provider that the machine has, at work in a folder of its own. Nothing is fetched from a
 * registry.
 */
final class Terraform {

    private static final Path FILES = Path.of("src", "test", "terraform").toAbsolutePath();
    private static final Path AWS_PROVIDER = Path.of("registry.terraform.io", "hashicorp", "aws");

    private final Stranger stranger;
    final Path folder;
    private final Map<String, String> settings;

    /**
     * @param variables values of the configuration's variables
     * @throws org.opentest4j.TestAbortedException if the machine lacks the provider
     */
    Terraform(Stranger stranger, Path folder, Map<String, String> variables) throws IOException {
        this.stranger = stranger;
        this.folder = Files.createDirectories(folder);
        Optional<Path> mirror = mirror();
        assumeTrue(mirror.isPresent(), "Terraform's provider hashicorp/aws isn't in a plugin folder of this machine, "
                + "so Terraform isn't tried on the practice cloud here");
        Path configuration = Files.writeString(folder.resolveSibling("terraform.rc"),
                "provider_installation {\n  filesystem_mirror {\n    path = \"" + mirror.get() + "\"\n  }\n}\n",
                StandardCharsets.UTF_8);
        this.settings = new HashMap<>(Map.of("TF_CLI_CONFIG_FILE", configuration.toString(),
                "TF_IN_AUTOMATION", "true", "CHECKPOINT_DISABLE", "true"));
        variables.forEach((name, value) -> settings.put("TF_VAR_" + name, value));
    }

    /**
     * The folder with the provider: where Terraform itself looks for mirrors ("Implied Local Mirror Directories" in
     * the documentation of its CLI configuration), its plugin cache, or a folder of {@code /opt}.
     */
    private static Optional<Path> mirror() throws IOException {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        List<Path> folders = new ArrayList<>();
        Stream.of(environment.get("TF_PLUGIN_CACHE_DIR")).filter(Objects::nonNull).map(Path::of)
                .forEach(folders::add);
        folders.add(home.resolve(Path.of(".terraform.d", "plugins")));
        Stream.of(environment.getOrDefault("XDG_DATA_HOME", home.resolve(Path.of(".local", "share")).toString()),
                        environment.getOrDefault("XDG_DATA_DIRS", "/usr/local/share:/usr/share"))
                .flatMap(several -> Arrays.stream(several.split(File.pathSeparator)))
                .forEach(one -> folders.add(Path.of(one, "terraform", "plugins")));
        Path opt = Path.of("/opt");
        if (Files.isDirectory(opt)) {
            try (Stream<Path> inOpt = Files.list(opt)) {
                inOpt.sorted().forEach(folders::add);
            }
        }
        return folders.stream().filter(one -> Files.isDirectory(one.resolve(AWS_PROVIDER))).findFirst();
    }

    /** Puts the files of a folder of {@code src/test/terraform} to the others. */
    void add(String files) throws IOException {
        try (Stream<Path> all = Files.list(FILES.resolve(files))) {
            for (Path file : all.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /** Runs a command that must end well; returns what it printed. */
    String run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("terraform", "-chdir=" + folder));
        words.addAll(List.of(command));
        Ran ran = stranger.run(words, settings);
        assertThat(ran.exit()).as("terraform %s%n%s%n%s", String.join(" ", command), ran.out(), ran.err()).isZero();
        return ran.out();
    }
}
