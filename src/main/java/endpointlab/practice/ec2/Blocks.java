package endpointlab.practice.ec2;

import endpointlab.ip.Cidr;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Invalid;
import java.util.List;

/**
 * Checks IPv4 blocks as EC2 does; host bits that are set are cleared without a word.
 *
 * <p>Source: VPC User Guide, "VPC CIDR blocks" and "Subnet CIDR blocks".
 */
final class Blocks {

    private static final int LARGEST_PREFIX = 16;
    private static final int SMALLEST_PREFIX = 28;
    /** Assumed: which special blocks CreateVpc refuses, and with which code. */
    private static final List<Cidr> SPECIAL = List.of(Cidr.parse("0.0.0.0/8"), Cidr.parse("127.0.0.0/8"),
            Cidr.parse("169.254.0.0/16"), Cidr.parse("224.0.0.0/3"));

    private Blocks() {
    }

    /** @throws AwsException {@code MissingParameter}, {@code InvalidParameterValue} */
    static Cidr parse(String text, String parameter) {
        Invalid.required(text, parameter);
        if (!Cidr.isValid(text)) {
            throw Invalid.value(text, parameter, "This is not a valid CIDR block.");
        }
        return Cidr.parse(text);
    }

    /** @throws AwsException as {@link #parse}, {@code InvalidVpc.Range} */
    static Cidr ofVpc(String text) {
        Cidr block = parse(text, "cidrBlock");
        if (outOfSize(block) || SPECIAL.stream().anyMatch(block::overlaps)) {
            throw new AwsException("InvalidVpc.Range", "The CIDR '" + text + "' is invalid.");
        }
        return block;
    }

    /** @throws AwsException as {@link #parse}, {@code InvalidSubnet.Range} */
    static Cidr ofSubnet(String text, Cidr vpc) {
        Cidr block = parse(text, "cidrBlock");
        if (outOfSize(block) || !vpc.contains(block)) {
            throw new AwsException("InvalidSubnet.Range", "The CIDR '" + text + "' is invalid.");
        }
        return block;
    }

    private static boolean outOfSize(Cidr block) {
        return block.prefix() < LARGEST_PREFIX || block.prefix() > SMALLEST_PREFIX;
    }
}
