package endpointlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.lab.KeyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabKeyFilesTest {

    @TempDir
    Path root;
    private KeyFiles keys;

    @BeforeEach
    void openKeys() {
        keys = new LabKeyFiles(new LabHome(root), "ab12cd34");
    }

    @Test
    void aKeyIsSavedForItsOwnerAlone() throws Exception {
        Path file = keys.save("key-pair", "-----BEGIN");

        assertThat(file).isEqualTo(root.resolve("labs/ab12cd34/key-pair.pem")).hasContent("-----BEGIN");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(keys.find("key-pair")).contains(file);
    }

    @Test
    void aKeyCanBeReplacedAndDeletedTwice() throws Exception {
        keys.save("key-pair", "old");
        assertThat(keys.save("key-pair", "new")).hasContent("new");

        keys.delete("key-pair");
        keys.delete("key-pair");

        assertThat(keys.find("key-pair")).isEmpty();
    }

    @Test
    void namesDoNotLeadElsewhere() {
        assertThatThrownBy(() -> keys.save("../other", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.find("a.b")).isInstanceOf(IllegalArgumentException.class);
    }
}
