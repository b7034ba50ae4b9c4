package endpointlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import endpointlab.lab.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudRecordsTest {

    @TempDir
    Path root;

    @Test
    void remembersWhereALabLives() {
        CloudRecords records = new CloudRecords(new LabHome(root));
        CloudRecord elsewhere = new CloudRecord("http://127.0.0.1:4566", "127.0.0.1:1080", "20", "lab");

        assertThat(records.find("ab12cd34")).isEmpty();
        records.save("ab12cd34", elsewhere);
        records.save("own12345", new CloudRecord(null, null, "brisk", null));

        assertThat(records.find("ab12cd34")).contains(elsewhere);
        assertThat(records.find("own12345")).map(CloudRecord::endpointUrl).isEmpty();
    }

    @Test
    void aDamagedRecordIsAProblem() throws Exception {
        Files.createDirectories(root.resolve("labs/ab12cd34"));
        Files.writeString(root.resolve("labs/ab12cd34/cloud.json"), "{", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new CloudRecords(new LabHome(root)).find("ab12cd34"))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(thrown -> assertThat(thrown.problem().code()).isEqualTo("FileUnreadable"));
    }
}
