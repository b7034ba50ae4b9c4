package endpointlab.practice.fault;

import endpointlab.practice.document.Document;
import endpointlab.practice.document.DocumentException;
import java.nio.file.Path;
import java.util.List;

/**
 * What shall go wrong in a practice cloud, when and how often. Immutable; {@link
 * endpointlab.practice.PracticeCloud#faults} switches it on. The form of the file is told in the README.
 *
 * @param seed   same seed and same calls of each action, same faults
 * @param faults in the order in which they are tried; the first that refuses a call counts
 */
public record FaultScript(long seed, List<Fault> faults) {

    public FaultScript {
        faults = List.copyOf(faults);
    }

    /** Nothing goes wrong. */
    public static FaultScript none() {
        return new FaultScript(0, List.of());
    }

    /** @throws DocumentException if the file can't be read, or holds no fault script */
    public static FaultScript read(Path file) {
        return FaultReader.read(Document.read(file));
    }

    /**
     * @param name what the script is called in sentences
     * @throws DocumentException if the text is no fault script
     */
    public static FaultScript parse(String json, String name) {
        return FaultReader.read(Document.parse(json, name));
    }
}
