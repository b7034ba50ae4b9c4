package endpointlab.hostile;

import endpointlab.practice.wire.AwsService;
import endpointlab.practice.wire.OperationTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * Draws the parameters of an operation from its SDK type: names of the right form with values that are right, nearly
 * right or hostile. Values that answers held before come back, so that many requests get far.
 */
final class Forms {

    private static final int DEEPEST = 4;
    private static final List<String> WORDS = List.of("tcp", "udp", "icmp", "-1", "TCP", "network", "instance", "ip",
            "internet-facing", "internal", "Interface", "Gateway", "ipv4", "dualstack", "default", "available",
            "running", "pending", "terminated", "optional", "required", "enabled", "disabled", "forward", "22", "80",
            "8080", "443", "0.0.0.0/0", "10.0.0.0/16", "10.0.1.0/24", "10.1.0.0/16", "172.31.0.0/20", "us-east-1a",
            "us-east-1b", "us-east-1", "t3.micro", "t2.micro", "m5.large", "lab", "all", "vpc", "security-group",
            "userData", "enableDnsSupport", "groupSet", "availability-zone", "region", "supported-platforms",
            "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64", "amazon", "self",
            "deregistration_delay.timeout_seconds", "load_balancing.cross_zone.enabled", "IyEvYmluL2Jhc2gK",
            "10.0.0.5", "ec2.amazonaws.com", "allow", "deny", "2026-11-25T00:00:00Z", "5", "1000", "true", "false");
    private static final List<String> FILTERS = List.of("tag:Name", "tag:LabRun", "tag-key", "vpc-id", "state", "cidr",
            "subnet-id", "group-id", "group-name", "instance-state-name", "availability-zone", "owner-id",
            "vpc-endpoint-id", "service-name", "isDefault", "is-default", "attachment.vpc-id", "description",
            "vpc-endpoint-state", "association.subnet-id", "route.destination-cidr-block", "ip-permission.cidr",
            "image-id", "instance-id", "key-name", "instance-type", "location", "resource-id", "resource-type", "key");

    private final Map<AwsService, OperationTable> tables;
    private final Seen seen;

    Forms(Map<AwsService, OperationTable> tables, Seen seen) {
        this.tables = tables;
        this.seen = seen;
    }

    /** @param form URL-encoded */
    record Form(AwsService service, String form) {

        @Override
        public String toString() {
            return service + " " + form;
        }
    }

    Form draw(Chance chance) {
        AwsService service = chance.once(3) ? AwsService.ELB : chance.once(60) ? AwsService.STS : AwsService.EC2;
        OperationTable table = tables.get(service);
        String action = chance.from(table.actions().stream().sorted().toList());
        Map<String, String> parameters = new TreeMap<>();
        SdkPojo request = table.find(action).orElseThrow().builder().get();
        fill(chance, service, request, "", 0, parameters);
        StringBuilder form = new StringBuilder("Action=" + action + "&Version=" + service.version());
        parameters.forEach((name, value) -> form.append('&').append(encoded(name)).append('=').append(encoded(value)));
        return new Form(service, form.toString());
    }

    /** Hostile names and values among them, and sometimes the same twice. */
    Form drawBroken(Chance chance) {
        Form good = draw(chance);
        List<String> pairs = new ArrayList<>(List.of(good.form().split("&")));
        for (int times = 1 + chance.below(3); times > 0; times--) {
            int at = chance.below(pairs.size());
            String pair = pairs.get(at);
            String name = pair.split("=", 2)[0];
            switch (chance.below(7)) {
                case 0 -> pairs.add(pair);
                case 1 -> pairs.remove(at);
                case 2 -> pairs.set(at, name + "=" + encoded(chance.text()));
                case 3 -> pairs.set(at, name.replaceAll("\\d+", chance.from(List.of("999999999", "0", "-1", "x",
                        "10000", "10001", "01", "1.1"))) + pair.substring(name.length()));
                case 4 -> pairs.set(at, name + ".1" + pair.substring(name.length()));
                case 5 -> pairs.add(encoded(chance.text()) + "=" + encoded(chance.text()));
                default -> pairs.set(at, chance.spoiled(pair));
            }
            if (pairs.isEmpty()) {
                pairs.add("");
            }
        }
        return new Form(good.service(), String.join("&", pairs));
    }

    private void fill(Chance chance, AwsService service, SdkPojo builder, String prefix, int depth,
                      Map<String, String> parameters) {
        for (SdkField<?> field : builder.sdkFields()) {
            boolean rare = field.memberName().equals("DryRun") || field.memberName().equals("NextToken");
            if (rare ? chance.once(25) : chance.below(10) < 6 - depth) {
                value(chance, service, field, prefix + field.locationName(), depth, parameters);
            }
        }
    }

    private void value(Chance chance, AwsService service, SdkField<?> field, String path, int depth,
                       Map<String, String> parameters) {
        if (depth > DEEPEST) {
            return;
        }
        if (field.marshallingType() == MarshallingType.LIST) {
            SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            String list = service == AwsService.EC2 ? path : path + "." + member.locationName();
            for (int i = 1 + chance.below(3); i > 0; i--) {
                value(chance, service, member, list + "." + i, depth + 1, parameters);
            }
        } else if (field.marshallingType() == MarshallingType.SDK_POJO) {
            fill(chance, service, field.constructor().get(), path + ".", depth + 1, parameters);
        } else if (field.marshallingType() == MarshallingType.MAP) {
            MapTrait map = field.getRequiredTrait(MapTrait.class);
            parameters.put(path + ".entry.1." + map.keyLocationName(), chance.text());
            parameters.put(path + ".entry.1." + map.valueLocationName(), chance.text());
        } else {
            parameters.put(path, single(chance, field, path));
        }
    }

    private String single(Chance chance, SdkField<?> field, String path) {
        if (chance.once(12)) {
            return chance.text();
        }
        String type = field.marshallingType().getTargetClass().getSimpleName();
        return switch (type) {
            case "Integer", "Long" -> chance.from(List.of("1", "5", "80", "22", "1000", "0", "-1", "65535", "65536",
                    String.valueOf(Integer.MAX_VALUE), String.valueOf(Integer.MIN_VALUE), "100", "3600"));
            case "Boolean" -> chance.once(2) ? "true" : "false";
            case "String" -> text(chance, path.replaceAll("\\.\\d+", ""));
            default -> chance.from(WORDS);
        };
    }

    private String text(Chance chance, String path) {
        if (path.endsWith("Filter.Name")) {
            return chance.from(FILTERS);
        }
        if (chance.once(8)) {
            return chance.text();
        }
        return chance.below(10) < 7 ? seen.like(chance, path.toLowerCase(Locale.ROOT)) : chance.from(WORDS);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
