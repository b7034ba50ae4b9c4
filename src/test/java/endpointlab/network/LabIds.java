package endpointlab.network;

/** Ids, names and addresses of {@link LabNetwork}. */
public final class LabIds {

    public static final String ZONE_A = "us-east-1a";
    public static final String ZONE_B = "us-east-1b";
    public static final String ANYWHERE = "0.0.0.0/0";
    public static final String LAPTOP = "198.51.100.7";

    public static final String SERVICE_VPC = "vpc-service";
    public static final String SERVICE_IGW = "igw-service";
    public static final String SERVICE_SUBNET = "subnet-service";
    public static final String SERVICE_RTB = "rtb-service";
    public static final String WEB_SG = "sg-web";
    public static final String WEB = "i-web";
    public static final String WEB_ENI = "eni-web";
    public static final String WEB_IP = "10.0.1.10";
    public static final String WEB_PUBLIC_IP = "203.0.113.10";
    public static final String NLB =
            "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/MyNetwork-LB/a";
    public static final String NLB_NAME = "MyNetwork-LB-0123456789abcdef.elb.us-east-1.amazonaws.com";
    public static final String NODE_ENI = "eni-node";
    public static final String NODE_IP = "10.0.1.20";
    public static final String NODE_PUBLIC_IP = "203.0.113.20";
    public static final String TARGET_GROUP =
            "arn:aws:elasticloadbalancing:us-east-1:000000000000:targetgroup/MyNetwork-TG/a";
    public static final String SERVICE = "vpce-svc-0a";
    public static final String SERVICE_NAME = "com.amazonaws.vpce.us-east-1.vpce-svc-0a";

    public static final String CUSTOMER_VPC = "vpc-customer";
    public static final String CUSTOMER_IGW = "igw-customer";
    public static final String CUSTOMER_SUBNET = "subnet-customer";
    public static final String CUSTOMER_RTB = "rtb-customer";
    public static final String CUSTOMER_SG = "sg-customer";
    public static final String CUSTOMER = "i-customer";
    public static final String CUSTOMER_ENI = "eni-customer";
    public static final String CUSTOMER_IP = "10.1.1.10";
    public static final String CUSTOMER_PUBLIC_IP = "203.0.113.30";
    public static final String ENDPOINT = "vpce-0b";
    public static final String ENDPOINT_ENI = "eni-endpoint";
    public static final String ENDPOINT_IP = "10.1.1.40";
    public static final String ENDPOINT_NAME = "vpce-0b-abcdefgh.vpce-svc-0a.us-east-1.vpce.amazonaws.com";
    public static final String ENDPOINT_ZONAL_NAME =
            "vpce-0b-abcdefgh-us-east-1a.vpce-svc-0a.us-east-1.vpce.amazonaws.com";

    private LabIds() {
    }
}
