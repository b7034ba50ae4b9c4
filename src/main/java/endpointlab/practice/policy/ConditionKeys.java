package endpointlab.practice.policy;

import java.util.List;
import java.util.Locale;

/**
 * The condition keys that the practice cloud knows the values of.
 *
 * <p>Source: IAM User Guide, "AWS global condition context keys"; Service Authorization Reference for EC2, ELBv2 and
 * IAM.
 */
final class ConditionKeys {

    static final String REQUEST_TAG = "aws:RequestTag/";
    static final String RESOURCE_TAG = "aws:ResourceTag/";
    static final String EC2_RESOURCE_TAG = "ec2:ResourceTag/";
    static final String ELB_RESOURCE_TAG = "elasticloadbalancing:ResourceTag/";
    static final String TAG_KEYS = "aws:TagKeys";
    static final String EC2_CREATE_ACTION = "ec2:CreateAction";
    static final String ELB_CREATE_ACTION = "elasticloadbalancing:CreateAction";
    static final String REQUESTED_REGION = "aws:RequestedRegion";
    static final String EC2_REGION = "ec2:Region";
    static final String PRINCIPAL_ARN = "aws:PrincipalArn";
    static final String PRINCIPAL_ACCOUNT = "aws:PrincipalAccount";
    static final String SECURE_TRANSPORT = "aws:SecureTransport";
    static final String VIA_AWS_SERVICE = "aws:ViaAWSService";
    static final String MFA_PRESENT = "aws:MultiFactorAuthPresent";
    static final String AWS_SERVICE_NAME = "iam:AWSServiceName";
    static final String INSTANCE_TYPE = "ec2:InstanceType";
    static final String VPCE_SERVICE_NAME = "ec2:VpceServiceName";

    private static final List<String> PREFIXES = List.of(REQUEST_TAG, RESOURCE_TAG, EC2_RESOURCE_TAG,
            ELB_RESOURCE_TAG);
    private static final List<String> NAMES = List.of(TAG_KEYS, EC2_CREATE_ACTION, ELB_CREATE_ACTION,
            REQUESTED_REGION, EC2_REGION, PRINCIPAL_ARN, PRINCIPAL_ACCOUNT, SECURE_TRANSPORT, VIA_AWS_SERVICE,
            MFA_PRESENT, AWS_SERVICE_NAME, INSTANCE_TYPE, VPCE_SERVICE_NAME);

    private ConditionKeys() {
    }

    /** Names of condition keys have no case. */
    static boolean areKnown(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(key::equalsIgnoreCase) || PREFIXES.stream().anyMatch(prefix ->
                lower.startsWith(prefix.toLowerCase(Locale.ROOT)) && key.length() > prefix.length());
    }

    /** Whether a question may come with several values for it. */
    static boolean isMultivalued(String key) {
        return key.equalsIgnoreCase(TAG_KEYS);
    }

    static String all() {
        return String.join(", ", NAMES) + ", " + String.join("KEY, ", PREFIXES) + "KEY";
    }
}
