package endpointlab.lab;

/** The forms a field can have; each has its own validation. */
public enum FieldType {
    /** A {@code Name} tag: at most 255 characters. */
    NAME,
    /** 1–32 letters, digits and hyphens, none at the ends, not starting {@code internal-}. */
    LOAD_BALANCER_NAME,
    /** As {@link #LOAD_BALANCER_NAME}, without the {@code internal-} rule. */
    TARGET_GROUP_NAME,
    /** At most 255 of AWS's allowed characters, not starting {@code sg-}. */
    SECURITY_GROUP_NAME,
    /** As the name, up to 255 characters; required. */
    SECURITY_GROUP_DESCRIPTION,
    /** At most 255 ASCII characters. */
    KEY_NAME,
    /** /16 to /28. */
    VPC_CIDR,
    /** /16 to /28, inside its VPC. */
    SUBNET_CIDR,
    /** Destination of a route, /0 to /32. */
    ROUTE_DESTINATION,
    AVAILABILITY_ZONE,
    INSTANCE_TYPE,
    /** An AMI id or {@code resolve:ssm:…}. */
    AMI,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** 1 to 65535. */
    PORT,
    /** Health-check interval in seconds, 5 to 300. */
    HEALTH_INTERVAL,
    /** At most 16 KB before base64. */
    USER_DATA,
    /** Inbound rules, such as {@code tcp/22/0.0.0.0/0,tcp/80/0.0.0.0/0}. */
    SECURITY_GROUP_RULES
}
