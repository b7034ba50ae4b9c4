package endpointlab.practice.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import endpointlab.practice.document.DocumentException.Fault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a JSON document of at most 1 MiB, strictly: RFC 8259, UTF-8, no field twice, nothing after its end. */
public final class Document {

    /** The path of the document as a whole. */
    static final String TOP = "$";
    private static final int LARGEST = 1 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Document() {
    }

    /** @throws DocumentException if there is no such file, if it can't be read or is no JSON */
    public static Part read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw unreadable(file.toString(), "> 1 MiB", null);
            }
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (CharacterCodingException notUtf8) {
            throw unreadable(file.toString(), "not UTF-8", notUtf8);
        } catch (IOException failure) {
            throw unreadable(file.toString(), failure.getClass().getSimpleName(), failure);
        }
    }

    /**
     * @param name what the document is called in sentences
     * @throws DocumentException if the text is no JSON
     */
    public static Part parse(String json, String name) {
        try {
            JsonNode top = MAPPER.readTree(json);
            if (top.isMissingNode()) {
                throw new DocumentException(Fault.SYNTAX, List.of(name, "1", "1"), null);
            }
            return new Part(name, TOP, top);
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            throw new DocumentException(Fault.SYNTAX, List.of(name, String.valueOf(at == null ? 1 : at.getLineNr()),
                    String.valueOf(at == null ? 1 : at.getColumnNr())), malformed);
        }
    }

    private static DocumentException unreadable(String name, String reason, Throwable cause) {
        return new DocumentException(Fault.UNREADABLE, List.of(name, reason), cause);
    }
}
