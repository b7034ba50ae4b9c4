package endpointlab.practice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.practice.policy.ResourceTable.Entry;
import endpointlab.practice.wire.AwsService;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/** The files name members that the requests have. */
class ResourceTableTest {

    @ParameterizedTest
    @EnumSource(value = AwsService.class, names = {"EC2", "ELB"})
    void everyMemberExists(AwsService service) throws Exception {
        ResourceTable table = new ResourceTable();
        String models = service == AwsService.EC2 ? "software.amazon.awssdk.services.ec2.model."
                : "software.amazon.awssdk.services.elasticloadbalancingv2.model.";
        assertThat(table.actions(service)).isNotEmpty();
        for (String action : table.actions(service)) {
            Method builder = Class.forName(models + action + "Request").getMethod("builder");
            SdkPojo request = (SdkPojo) builder.invoke(null);
            for (Entry entry : table.of(service, action)) {
                for (String path : entry.member().split("\\|")) {
                    assertThat(exists(request.sdkFields(), path)).as(action + " " + entry).isTrue();
                }
            }
        }
    }

    private static boolean exists(Collection<SdkField<?>> fields, String path) {
        if (path.isEmpty()) {
            return true;
        }
        List<String> names = Arrays.asList(path.split("\\."));
        SdkField<?> field = fields.stream().filter(each -> each.memberName().equals(names.get(0))).findFirst()
                .orElse(null);
        if (field == null || names.size() == 1) {
            return field != null;
        }
        ListTrait list = field.getTrait(ListTrait.class);
        SdkField<?> inner = list == null ? field : list.memberFieldInfo();
        return exists(inner.constructor().get().sdkFields(), String.join(".", names.subList(1, names.size())));
    }
}
