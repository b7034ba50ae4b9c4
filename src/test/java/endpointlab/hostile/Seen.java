package endpointlab.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids and names that answers held, to be used in requests. */
final class Seen {

    private static final Pattern ID = Pattern.compile("\\b([a-z]+(?:-[a-z]+)*)-[0-9a-f]{8,17}\\b");
    private static final Pattern ARN = Pattern.compile("arn:aws:[a-z]+:[a-z0-9-]*:\\d*:[A-Za-z0-9/._-]+");
    private static final Pattern NAME = Pattern.compile(
            "<(groupName|keyName|serviceName|loadBalancerName|dnsName|cidrBlock|privateIpAddress|value|nextToken"
            + "|NextMarker)>([^<]{1,200})<");
    private static final int KEPT = 40;
    /** Part of a parameter's name in lower case, and what its values look like. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("subnet", "subnet");
        KINDS.put("vpcendpoint", "vpce");
        KINDS.put("serviceid", "vpce-svc");
        KINDS.put("servicename", "serviceName");
        KINDS.put("vpc", "vpc");
        KINDS.put("gateway", "igw");
        KINDS.put("routetable", "rtb");
        KINDS.put("association", "rtbassoc");
        KINDS.put("networkinterface", "eni");
        KINDS.put("networkacl", "acl");
        KINDS.put("rule", "sgr");
        KINDS.put("group", "sg");
        KINDS.put("instance", "i");
        KINDS.put("keypair", "key");
        KINDS.put("key", "keyName");
        KINDS.put("volume", "vol");
        KINDS.put("image", "ami");
        KINDS.put("dhcp", "dopt");
        KINDS.put("attachment", "eni-attach");
        KINDS.put("allocation", "eipalloc");
        KINDS.put("token", "nextToken");
        KINDS.put("marker", "NextMarker");
        KINDS.put("targetgroup", "targetgroup");
        KINDS.put("listener", "listener");
        KINDS.put("loadbalancer", "loadbalancer");
        KINDS.put("arn", "arn");
        KINDS.put("cidr", "cidrBlock");
    }

    private final Map<String, List<String>> byKind = new LinkedHashMap<>();

    void learn(String answer) {
        for (Matcher id = ID.matcher(answer); id.find();) {
            keep(id.group(1), id.group());
        }
        for (Matcher arn = ARN.matcher(answer); arn.find();) {
            String resource = arn.group().substring(arn.group().lastIndexOf(':') + 1);
            keep("arn", arn.group());
            keep(resource.contains("/") ? resource.substring(0, resource.indexOf('/')) : "other", arn.group());
        }
        for (Matcher name = NAME.matcher(answer); name.find();) {
            keep(name.group(1), name.group(2));
        }
    }

    private void keep(String kind, String value) {
        List<String> kept = byKind.computeIfAbsent(kind, any -> new ArrayList<>());
        if (!kept.contains(value)) {
            kept.add(value);
            if (kept.size() > KEPT) {
                kept.remove(0);
            }
        }
    }

    /** A value for a parameter of that name, or any value. */
    String like(Chance chance, String parameter) {
        List<String> fitting = KINDS.entrySet().stream().filter(kind -> parameter.contains(kind.getKey()))
                .map(kind -> byKind.get(kind.getValue())).filter(values -> values != null).findFirst()
                .orElse(List.of());
        if (!fitting.isEmpty() && !chance.once(10)) {
            return chance.from(fitting);
        }
        List<String> any = byKind.values().stream().flatMap(List::stream).toList();
        return any.isEmpty() ? chance.text() : chance.from(any);
    }
}
