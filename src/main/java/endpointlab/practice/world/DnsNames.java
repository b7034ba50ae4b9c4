package endpointlab.practice.world;

/** The names that AWS gives to addresses. Source: VPC User Guide, "DNS attributes for your VPC". */
public final class DnsNames {

    private static final String FIRST_REGION = "us-east-1";

    private DnsNames() {
    }

    /** Such as {@code ip-10-0-1-5.ec2.internal}; other Regions than us-east-1 have their name in it. */
    public static String ofPrivate(String address, String region) {
        return "ip-" + address.replace('.', '-')
                + (region.equals(FIRST_REGION) ? ".ec2.internal" : "." + region + ".compute.internal");
    }

    /** Such as {@code ec2-54-150-1-2.compute-1.amazonaws.com}. */
    public static String ofPublic(String address, String region) {
        return "ec2-" + address.replace('.', '-')
                + (region.equals(FIRST_REGION) ? ".compute-1" : "." + region + ".compute") + ".amazonaws.com";
    }
}
