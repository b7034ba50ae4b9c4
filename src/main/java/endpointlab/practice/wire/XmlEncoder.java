package endpointlab.practice.wire;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Writes SDK responses and error answers as XML in the shape of one service. Words of enumerations are written as
 * the operation put them, whether the SDK knows them or not.
 *
 * <p>Source: EC2, ELBv2 and STS API References, "Common errors" and the sample answers of the actions. Assumed:
 * lists of an answer itself are always there, if only as an empty element, while a list inside a structure is there
 * if the operation set it, be it to an empty one.
 */
final class XmlEncoder {

    /** Messages name what was sent; no answer grows with it. */
    private static final int LONGEST_MESSAGE = 4_000;

    private final AwsService service;

    XmlEncoder(AwsService service) {
        this.service = service;
    }

    String success(String action, SdkPojo response, String requestId) {
        XmlWriter xml = new XmlWriter();
        String root = action + "Response";
        xml.open(root, service.namespace());
        if (service == AwsService.EC2) {
            xml.element("requestId", requestId);
            ec2Fields(xml, response);
        } else {
            xml.open(action + "Result");
            fields(xml, response, true);
            xml.close(action + "Result");
            xml.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata");
        }
        return xml.close(root).toString();
    }

    /** EC2's error body has no namespace, {@code Errors} and {@code RequestID}; the others' differ in all three. */
    String error(AwsException error, String requestId) {
        XmlWriter xml = new XmlWriter();
        if (service == AwsService.EC2) {
            xml.open("Response").open("Errors").open("Error");
            codeAndMessage(xml, error);
            xml.close("Error").close("Errors").element("RequestID", requestId).close("Response");
        } else {
            xml.open("ErrorResponse", service.namespace()).open("Error");
            xml.element("Type", error.status() < 500 ? "Sender" : "Receiver");
            codeAndMessage(xml, error);
            xml.close("Error").element("RequestId", requestId).close("ErrorResponse");
        }
        return xml.toString();
    }

    private static void codeAndMessage(XmlWriter xml, AwsException error) {
        String message = String.valueOf(error.getMessage());
        xml.element("Code", error.code()).element("Message", message.length() <= LONGEST_MESSAGE ? message
                : message.substring(0, LONGEST_MESSAGE) + "...");
    }

    /** A call without a result of its own says {@code <return>true</return>}; so does an unset {@code return}. */
    private static void ec2Fields(XmlWriter xml, SdkPojo response) {
        boolean nothing = response.sdkFields().isEmpty();
        boolean unset = response.sdkFields().stream().anyMatch(field ->
                field.unmarshallLocationName().equals("return") && field.getValueOrDefault(response) == null);
        fields(xml, response, true);
        if (nothing || unset) {
            xml.element("return", "true");
        }
    }

    private static void fields(XmlWriter xml, SdkPojo structure, boolean withEmptyLists) {
        for (SdkField<?> field : structure.sdkFields()) {
            Object value = field.getValueOrDefault(structure);
            boolean leaveOut = value == null || value instanceof SdkAutoConstructMap
                    || value instanceof SdkAutoConstructList && !withEmptyLists;
            if (!leaveOut) {
                value(xml, field, field.unmarshallLocationName(), value);
            }
        }
    }

    private static void value(XmlWriter xml, SdkField<?> field, String name, Object value) {
        if (value instanceof List<?> list) {
            list(xml, field.getRequiredTrait(ListTrait.class), name, list);
        } else if (value instanceof SdkPojo structure) {
            xml.open(name);
            fields(xml, structure, false);
            xml.close(name);
        } else if (value instanceof Map<?, ?> map) {
            map(xml, field.getRequiredTrait(MapTrait.class), name, map);
        } else {
            xml.element(name, Scalars.format(value));
        }
    }

    private static void map(XmlWriter xml, MapTrait trait, String name, Map<?, ?> map) {
        xml.open(name);
        map.forEach((key, value) -> {
            xml.open("entry").element(trait.keyLocationName(), key.toString());
            value(xml, trait.valueFieldInfo(), trait.valueLocationName(), value);
            xml.close("entry");
        });
        xml.close(name);
    }

    private static void list(XmlWriter xml, ListTrait trait, String name, List<?> list) {
        SdkField<?> member = trait.memberFieldInfo();
        if (list.isEmpty()) {
            xml.emptyElement(name);
        } else {
            xml.open(name);
            list.forEach(element -> value(xml, member, member.unmarshallLocationName(), element));
            xml.close(name);
        }
    }
}
