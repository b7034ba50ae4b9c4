package endpointlab.export;

import endpointlab.aws.CliText;
import endpointlab.i18n.Messages;
import endpointlab.lab.CheckSpec;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.LabStep;
import endpointlab.lab.ResourceGraph;
import endpointlab.lab.ResourceSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The lab as a bash script that carries itself out with the AWS CLI (v1 or v2): the commands that the wizard shows,
 * told from the same requests, with the waits between them, and {@code cleanup} as an argument that deletes all of it.
 */
public final class CliScript {

    /** Stands for the run's id, which the script draws by itself: it must not meet a run of the app. */
    public static final String RUN = CliText.variable("RUN");

    /** Kinds that are joined, registered or allowed and have no id of their own. */
    private static final Set<String> ACTS = Set.of("internet-gateway-attachment", "route-table-association", "route",
            "security-group-rules", "target", "endpoint-service-permission");
    /** Route tables take one, too, but only of a newer AWS CLI than Debian 12 has. */
    private static final Set<String> TAKES_TOKEN = Set.of("instance", "endpoint-service", "vpc-endpoint");
    /** What becomes ready, with the inputs that its wait is told besides its own id. */
    private static final Map<String, List<String>> AWAITED = Map.of("vpc", List.of(), "subnet", List.of(), "instance",
            List.of(), "load-balancer", List.of(), "endpoint-service", List.of(), "vpc-endpoint", List.of(),
            "internet-gateway-attachment", List.of("internet-gateway", "vpc"),
            "target", List.of("target-group", "instance"));
    /** Waits that other work of the same step can use. */
    private static final Set<String> AWAITED_LATER = Set.of("load-balancer", "target");
    /** What takes long to vanish is deleted first, all at once. */
    private static final Set<String> SLOW_TO_GO = Set.of("instance", "vpc-endpoint", "endpoint-service",
            "load-balancer");
    private static final Set<String> FOUND_BY_NAME = Set.of("load-balancer", "target-group");
    private static final Set<String> GONE_WITH_OTHERS = Set.of("route", "security-group-rules", "target",
            "endpoint-service-permission", "endpoint-connection", "route-table-association",
            "internet-gateway-attachment", "listener");
    /** What the script says. */
    private static final List<String> SENTENCES = List.of("begin", "step", "done", "go-on", "usage", "missing",
            "refused", "too-long", "unknown", "endpoint-state", "host-key", "wait-instance", "wait-load-balancer",
            "wait-target", "wait-page", "wait-connection", "wait-console", "wait-gone", "what-attachment",
            "what-service", "what-endpoint", "what-connection", "what-console", "check", "nothing", "clean-up",
            "deleted", "not-deleted", "left", "clean");
    private static final String INDENT = "    ";

    private final LabValues values;
    private final Function<String, SdkPojo> requests;
    private final Messages texts;
    private final ResourceGraph graph;
    private final Set<String> learnt = new HashSet<>();

    /**
     * @param fields   the learner's values, with {@link #RUN} as the run's id
     * @param requests from a resource's id to the request that makes it, with {@link #RUN} as the run's id
     */
    public CliScript(Lab lab, FieldValues fields, Function<String, SdkPojo> requests, Messages texts) {
        this.values = new LabValues(lab, fields);
        this.requests = requests;
        this.texts = texts;
        this.graph = new ResourceGraph(lab);
    }

    /** The script; ends with a line feed. */
    public String text() {
        learnt.clear();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("#@HEAD@", comment(texts.text("export.script.head")));
        parts.put("#@TEXTS@", String.join("\n", messages()));
        parts.put("#@LAB@", String.join("\n", lab()));
        parts.put("#@CLEANUP@", String.join("\n", cleanUp()));
        return Template.fill("script.sh", parts);
    }

    private static String comment(String text) {
        return text.lines().map(line -> ("# " + line).stripTrailing()).collect(Collectors.joining("\n"));
    }

    private List<String> messages() {
        List<String> lines = new ArrayList<>();
        // printf fills in the values, in the order in which the text has them.
        SENTENCES.forEach(name -> lines.add("T_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "="
                + CliText.word(texts.text("export.script." + name, "%s", "%s", "%s"))));
        lines.add("REGION=" + CliText.word(values.fields().region()));
        String vpcs = values.lab().resources().stream().filter(spec -> spec.kind().equals("vpc"))
                .map(CliScript::id).collect(Collectors.joining(" "));
        lines.add("VPCS=" + CliText.word(vpcs));
        return lines;
    }

    private List<String> lab() {
        List<String> lines = new ArrayList<>();
        for (LabStep step : values.lab().steps()) {
            List<ResourceSpec> made = graph.order().stream().map(values.lab()::resource)
                    .filter(spec -> spec.step() == step.number()).toList();
            List<CheckSpec> checks = values.lab().checks().stream()
                    .filter(check -> check.step() == step.number()).toList();
            if (made.isEmpty() && checks.isEmpty()) {
                continue;
            }
            lines.add("");
            lines.add(INDENT + "step " + step.number() + " "
                    + CliText.word(texts.text("step." + step.number() + ".title")));
            List<String> later = new ArrayList<>();
            made.forEach(spec -> make(spec, lines, later));
            lines.addAll(later);
            checks.forEach(check -> check(check, lines));
        }
        return lines;
    }

    private void make(ResourceSpec spec, List<String> lines, List<String> later) {
        learn(LabValues.references(spec.inputs()), lines);
        List<String> commands = new ArrayList<>(CliText.of(requests.apply(spec.id()), values.fields().region()));
        String command = commands.remove(commands.size() - 1);
        prepare(spec, lines);
        commands.forEach(lines::add);
        if (spec.kind().equals("endpoint-connection")) {
            lines.add(INDENT + "accept \"$" + id(values.referred(spec, "endpoint-service")) + "\" \"$"
                    + id(values.referred(spec, "endpoint")) + "\" \\\n" + indented(command));
        } else if (ACTS.contains(spec.kind())) {
            boolean nothing = spec.kind().equals("security-group-rules") && !command.contains("--ip-permissions");
            if (!nothing) {
                lines.add(INDENT + "act " + name(spec) + " " + word(spec.kind()) + " \\\n" + indented(command));
            }
        } else {
            String token = TAKES_TOKEN.contains(spec.kind()) ? " \\\n" + INDENT.repeat(3) + "--client-token \"$RUN-"
                    + spec.id() + "\"" : "";
            lines.add(INDENT + "make " + name(spec) + " " + word(spec.kind()) + " " + spec.id() + " \\\n"
                    + indented(command) + token);
        }
        if (AWAITED.containsKey(spec.kind())) {
            (AWAITED_LATER.contains(spec.kind()) ? later : lines).add(ready(spec));
        }
    }

    private void prepare(ResourceSpec spec, List<String> lines) {
        if (spec.kind().equals("key-pair")) {
            String keyName = CliText.word(values.value(spec, "key-name").orElseThrow());
            lines.add(INDENT + CliText.variableName(spec.id(), "key-name") + "=" + keyName);
            lines.add(INDENT + "make_key " + keyName);
            learnt.add(CliText.variableName(spec.id(), "key-name"));
        }
        if (spec.kind().equals("vpc-endpoint")) {
            LabValues.references(Map.of("", spec.inputs().get("service-name"))).forEach(reference ->
                    lines.add(INDENT + "verify_service \"$"
                            + CliText.variableName(reference.resourceId(), reference.attribute()) + "\""));
        }
    }

    private String ready(ResourceSpec spec) {
        List<String> inputs = AWAITED.get(spec.kind());
        String ids = inputs.isEmpty() ? " \"$" + id(spec) + "\"" : inputs.stream()
                .map(input -> " \"$" + id(values.referred(spec, input)) + "\"").collect(Collectors.joining());
        return INDENT + "ready_" + word(spec.kind()) + ids;
    }

    private void check(CheckSpec check, List<String> lines) {
        learn(LabValues.references(check.inputs()), lines);
        String port = shell(check.inputs().get("port"));
        if (check.kind().equals("http-page")) {
            lines.add(INDENT + "open_page \"http://" + inner(check.inputs().get("host")) + ":" + port + "/\"");
        } else {
            String url = "http://" + inner(check.inputs().get("endpoint-ip")) + (port.equals("80") ? "" : ":" + port);
            lines.add(INDENT + "curl_from_inside " + shell(check.inputs().get("instance")) + " "
                    + shell(check.inputs().get("user")) + " " + shell(check.inputs().get("host")) + " \"" + url
                    + "\"");
        }
    }

    /** Asks for what a command names and no command has told yet. */
    private void learn(List<Input.ResourceReference> references, List<String> lines) {
        for (Input.ResourceReference reference : references) {
            String variable = CliText.variableName(reference.resourceId(), reference.attribute());
            boolean ofTheKeyFile = reference.attribute().equals("key-file");
            if (!reference.attribute().equals("id") && !ofTheKeyFile && learnt.add(variable)) {
                ResourceSpec spec = values.lab().resource(reference.resourceId());
                lines.add(INDENT + "learn " + variable + " " + word(spec.kind()) + "_" + word(reference.attribute())
                        + " \"$" + id(spec) + "\"");
            }
        }
    }

    private List<String> cleanUp() {
        List<ResourceSpec> backwards = new ArrayList<>(graph.order().stream().map(values.lab()::resource).toList());
        Collections.reverse(backwards);
        List<String> lines = new ArrayList<>();
        backwards.stream().filter(spec -> !ACTS.contains(spec.kind()) && !GONE_WITH_OTHERS.contains(spec.kind()))
                .forEach(spec -> lines.add(INDENT + "recover " + name(spec) + " " + word(spec.kind()) + " "
                        + spec.id() + cloudName(spec)));
        backwards.stream().filter(spec -> SLOW_TO_GO.contains(spec.kind()))
                .forEach(spec -> lines.add(known("ask", spec)));
        backwards.stream().filter(spec -> SLOW_TO_GO.contains(spec.kind()))
                .forEach(spec -> lines.add(known("gone", spec)));
        backwards.stream().filter(spec -> !SLOW_TO_GO.contains(spec.kind()) && !GONE_WITH_OTHERS.contains(spec.kind()))
                .forEach(spec -> lines.add(known("delete", spec)));
        return lines;
    }

    /** The one thing that Elastic Load Balancing finds by. */
    private String cloudName(ResourceSpec spec) {
        return FOUND_BY_NAME.contains(spec.kind()) ? " " + CliText.word(values.value(spec, "name").orElseThrow()) : "";
    }

    private static String known(String does, ResourceSpec spec) {
        return INDENT + "if_known " + does + "_" + word(spec.kind()) + " " + name(spec);
    }

    private static String indented(String command) {
        return INDENT.repeat(2) + command.replace(" \\\n    ", " \\\n" + INDENT.repeat(3));
    }

    /** The value of a check's input as one word of the shell. */
    private String shell(String input) {
        Input parsed = Input.parse(input);
        return parsed instanceof Input.ResourceReference ? "\"" + inner(input) + "\"" : CliText.word(
                parsed instanceof Input.FieldReference field ? values.fields().value(field.key()) : input);
    }

    private static String inner(String input) {
        Input.ResourceReference reference = (Input.ResourceReference) Input.parse(input);
        return "$" + CliText.variableName(reference.resourceId(), reference.attribute());
    }

    private static String id(ResourceSpec spec) {
        return CliText.variableName(spec.id(), "id");
    }

    private static String name(ResourceSpec spec) {
        String id = id(spec);
        return id.substring(0, id.length() - "_ID".length());
    }

    private static String word(String kind) {
        return kind.replace('-', '_');
    }
}
