package endpointlab.lab;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Reads a lab's data from the class path: {@code labs/<id>/lab.json}. */
public final class LabReader {

    /** The lab this product was made for. */
    public static final String DEFAULT_LAB = "vpc-endpoint-service";

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The lab with that id.
     *
     * @throws LabFormatException if there is none, if it can't be read, or if it contradicts itself
     */
    public Lab read(String id) {
        String path = "/labs/" + id + "/lab.json";
        try (InputStream in = LabReader.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new LabFormatException("no lab " + id + " on the class path");
            }
            Lab lab = read(new InputStreamReader(in, StandardCharsets.UTF_8));
            if (!lab.id().equals(id)) {
                throw new LabFormatException("lab " + lab.id() + " lies in the folder " + id);
            }
            return lab;
        } catch (IOException unreadable) {
            throw new LabFormatException("lab " + id + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    Lab read(Reader json) throws IOException {
        Lab lab = mapper.readValue(json, Lab.class);
        LabConsistency.check(lab);
        return lab;
    }
}
