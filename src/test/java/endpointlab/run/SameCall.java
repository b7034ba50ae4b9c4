package endpointlab.run;

import endpointlab.aws.AwsConnection;
import java.lang.reflect.InvocationTargetException;
import software.amazon.awssdk.core.SdkPojo;

/** Sends a decoded request once more, through a client of its own. */
final class SameCall {

    private SameCall() {
    }

    static void send(AwsConnection aws, SdkPojo request) {
        String type = request.getClass().getSimpleName();
        String method = Character.toLowerCase(type.charAt(0)) + type.substring(1, type.length() - "Request".length());
        Object client = request.getClass().getPackageName().contains(".ec2.") ? aws.ec2() : aws.elb();
        Class<?> face = request.getClass().getPackageName().contains(".ec2.")
                ? software.amazon.awssdk.services.ec2.Ec2Client.class
                : software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client.class;
        try {
            face.getMethod(method, request.getClass()).invoke(client, request);
        } catch (InvocationTargetException failed) {
            throw new AssertionError(failed.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
