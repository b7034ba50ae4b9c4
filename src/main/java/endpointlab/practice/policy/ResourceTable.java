package endpointlab.practice.policy;

import endpointlab.practice.wire.AwsService;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The resources that each action is checked against, as the files beside this class have them. */
final class ResourceTable {

    private static final Pattern ENTRY = Pattern.compile("(\\+?)([a-z*/-]+)(?::([A-Za-z.|]+))?(\\??)");

    private final Map<AwsService, Properties> actions = new EnumMap<>(AwsService.class);

    ResourceTable() {
        actions.put(AwsService.EC2, load("resources-ec2.properties"));
        actions.put(AwsService.ELB, load("resources-elasticloadbalancing.properties"));
        actions.put(AwsService.STS, new Properties());
    }

    /**
     * One resource of an action.
     *
     * @param made     whether the action makes it
     * @param type     as in ARNs; {@code *} if the id tells
     * @param member   of the request, that names it; empty if none does
     * @param optional whether it is checked only if the request says something of it
     */
    record Entry(boolean made, String type, String member, boolean optional) {

        private static Entry parse(String text) {
            Matcher entry = ENTRY.matcher(text);
            if (!entry.matches()) {
                throw new IllegalStateException("no resource: " + text);
            }
            return new Entry(!entry.group(1).isEmpty(), entry.group(2), entry.group(3) == null ? "" : entry.group(3),
                    !entry.group(4).isEmpty());
        }
    }

    /** Empty if the action knows no resources. */
    List<Entry> of(AwsService service, String action) {
        String entries = actions.get(service).getProperty(action, "");
        return Stream.of(entries.split(" ")).filter(entry -> !entry.isEmpty()).map(Entry::parse).toList();
    }

    Set<String> actions(AwsService service) {
        return actions.get(service).stringPropertyNames();
    }

    private static Properties load(String file) {
        Properties table = new Properties();
        try (InputStream in = ResourceTable.class.getResourceAsStream(file)) {
            table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return table;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
