package endpointlab.export;

import endpointlab.i18n.Messages;
import endpointlab.lab.CheckSpec;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.ResourceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lab as a CloudFormation template in YAML. What CloudFormation can't do is said in it: it has no resource type
 * that accepts a connection. Descriptions are in English, because CloudFormation shows others as question marks; the
 * comments at the head are in the reader's language.
 *
 * <p>Source: CloudFormation template reference. Assumed: a stack is complete while its endpoint waits for acceptance.
 */
public final class CloudFormation {

    private static final String TAKEN_BY_OTHERS = "endpoint-connection";

    private final LabValues values;
    private final String prefix;
    private final Messages texts;

    /**
     * @param fields the learner's values without student prefix, and with {@link CliScript#RUN} as the run's id, in
     *               whose place the stack's name stands
     * @param prefix the student prefix, for the parameter's default
     */
    public CloudFormation(Lab lab, FieldValues fields, String prefix, Messages texts) {
        this.values = new LabValues(lab, fields);
        this.prefix = prefix;
        this.texts = texts;
    }

    /** The template; ends with a line feed. */
    public String text() {
        StackParameters parameters = new StackParameters(values, prefix);
        StackResources resources = new StackResources(values, parameters);
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Description", "VPC endpoint service lab: two VPCs joined by AWS PrivateLink. CloudFormation "
                + "cannot accept the endpoint's connection request: run the output AcceptCommand, or set "
                + "AcceptanceRequired to false. Everything costs money until the stack is deleted.");
        template.put("Parameters", parameters.section());
        template.put("Conditions", Map.of("HasPublicKey",
                Map.of("Fn::Not", List.of(Map.of("Fn::Equals", List.of(Map.of("Ref", "PublicKeyMaterial"), ""))))));
        Map<String, Object> section = new LinkedHashMap<>();
        values.lab().resources().stream().filter(spec -> !TAKEN_BY_OTHERS.equals(spec.kind()))
                .forEach(spec -> resources.of(spec).ifPresent(made -> section.put(StackResources.name(spec), made)));
        template.put("Resources", section);
        template.put("Outputs", outputs());
        String head = texts.text("export.cloudformation.head").lines().map(line -> ("# " + line).stripTrailing())
                .collect(Collectors.joining("\n"));
        return head + "\n" + Yaml.of(template);
    }

    private Map<String, Object> outputs() {
        Map<String, Object> outputs = new LinkedHashMap<>();
        of("endpoint-service").ifPresent(service -> {
            outputs.put("ServiceName", output("Name of the endpoint service, for endpoints of others",
                    sub("com.amazonaws.vpce.${AWS::Region}.${" + service + "}")));
            of("vpc-endpoint").ifPresent(endpoint -> outputs.put("AcceptCommand", output(
                    "Accepts the endpoint's connection request, which CloudFormation cannot do",
                    sub("aws ec2 accept-vpc-endpoint-connections --service-id ${" + service
                            + "} --vpc-endpoint-ids ${" + endpoint + "} --region ${AWS::Region}"))));
        });
        of("key-pair").ifPresent(key -> outputs.put("PrivateKeyCommand", output(
                "Prints the private key, unless you gave your own public key",
                sub("aws ssm get-parameter --name /ec2/keypair/${" + key + ".KeyPairId} --with-decryption"
                        + " --query Parameter.Value --output text --region ${AWS::Region}"))));
        values.lab().checks().forEach(check -> check(check, outputs));
        return outputs;
    }

    private void check(CheckSpec check, Map<String, Object> outputs) {
        String port = Input.parse(check.inputs().get("port")) instanceof Input.FieldReference field
                ? values.fields().value(field.key()) : check.inputs().get("port");
        if (check.kind().equals("http-page")) {
            outputs.put("PublicPage", output("The page through the load balancer's public name",
                    sub("http://${" + referred(check, "host") + ".DNSName}:" + port + "/")));
        } else {
            outputs.put("SshCommand", output("Logs in to the customer's instance; KEY_FILE is the private key",
                    sub("ssh -i KEY_FILE " + check.inputs().get("user") + "@${" + referred(check, "host")
                            + ".PublicIp}")));
            Object entry = Map.of("Fn::Select", List.of(0,
                    Map.of("Fn::GetAtt", List.of(referred(check, "endpoint-ip"), "DnsEntries"))));
            Object name = Map.of("Fn::Select", List.of(1, Map.of("Fn::Split", List.of(":", entry))));
            outputs.put("CurlCommand", output("To be run there, when the connection is accepted",
                    Map.of("Fn::Join", List.of("", List.of("curl http://", name, ":" + port + "/")))));
        }
    }

    private static String referred(CheckSpec check, String input) {
        return StackResources.name(((Input.ResourceReference) Input.parse(check.inputs().get(input))).resourceId());
    }

    private Optional<String> of(String kind) {
        return values.lab().resources().stream().filter(spec -> spec.kind().equals(kind)).findFirst()
                .map(StackResources::name);
    }

    private static Map<String, Object> output(String description, Object value) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("Description", description);
        output.put("Value", value);
        return output;
    }

    private static Map<String, Object> sub(String text) {
        return Map.of("Fn::Sub", text);
    }
}
