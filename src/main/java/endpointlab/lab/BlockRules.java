package endpointlab.lab;

import endpointlab.ip.Cidr;
import java.util.List;
import java.util.Optional;

/** What AWS allows IPv4 blocks to be. */
final class BlockRules {

    private static final int LARGEST = 16;
    private static final int SMALLEST = 28;
    /** Source: VPC user guide, restrictions of VPC CIDR blocks. */
    private static final List<Cidr> RESERVED = List.of(Cidr.parse("0.0.0.0/8"), Cidr.parse("127.0.0.0/8"),
            Cidr.parse("169.254.0.0/16"), Cidr.parse("224.0.0.0/4"));

    private BlockRules() {
    }

    /** Form alone; any size. */
    static Optional<Finding> block(String field, String text) {
        if (!Cidr.isValid(text)) {
            return Optional.of(Finding.of(field, "cidr-form", text));
        }
        if (!Cidr.isCanonical(text)) {
            return Optional.of(Finding.of(field, "cidr-host-bits", text, Cidr.parse(text).toString()));
        }
        return Optional.empty();
    }

    /** Form and size; EC2 takes /16 to /28 for VPCs and subnets alike. */
    static Optional<Finding> sized(String field, String text) {
        Optional<Finding> form = block(field, text);
        if (form.isPresent()) {
            return form;
        }
        int prefix = Cidr.parse(text).prefix();
        return prefix >= LARGEST && prefix <= SMALLEST ? Optional.empty()
                : Optional.of(Finding.of(field, "cidr-size", text));
    }

    static Optional<Finding> vpc(String field, String text) {
        Optional<Finding> size = sized(field, text);
        if (size.isPresent()) {
            return size;
        }
        return RESERVED.stream().filter(Cidr.parse(text)::overlaps).findFirst()
                .map(reserved -> Finding.of(field, "cidr-reserved", text, reserved.toString()));
    }

    /** Both blocks must be sound. */
    static Optional<Finding> within(String field, String inner, String outerField, String outer) {
        return Cidr.parse(outer).contains(Cidr.parse(inner)) ? Optional.empty()
                : Optional.of(Finding.of(field, "cidr-outside", inner, outer, outerField));
    }
}
