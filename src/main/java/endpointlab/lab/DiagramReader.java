package endpointlab.lab;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Reads a lab's diagram from the class path: {@code labs/<id>/diagram.json}. */
public final class DiagramReader {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The diagram of {@code lab}.
     *
     * @throws LabFormatException if there is none, if it can't be read, or if it doesn't fit the lab
     */
    public DiagramSpec read(Lab lab) {
        try (InputStream in = DiagramReader.class.getResourceAsStream("/labs/" + lab.id() + "/diagram.json")) {
            if (in == null) {
                throw new LabFormatException("no diagram of the lab " + lab.id() + " on the class path");
            }
            return read(lab, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new LabFormatException("diagram of " + lab.id() + " can't be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    DiagramSpec read(Lab lab, Reader json) throws IOException {
        DiagramSpec diagram = mapper.readValue(json, DiagramSpec.class);
        DiagramConsistency.check(lab, diagram);
        return diagram;
    }
}
