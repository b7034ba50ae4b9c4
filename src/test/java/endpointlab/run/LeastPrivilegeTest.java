package endpointlab.run;

import static endpointlab.run.PracticeLab.done;
import static endpointlab.run.PracticeLab.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import endpointlab.aws.AwsCaller;
import endpointlab.aws.AwsCalls;
import endpointlab.clock.Cancellation;
import endpointlab.cost.PriceTable;
import endpointlab.export.IamPolicy;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.ResourceStatus;
import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.BrokenConnection;
import endpointlab.preflight.Preflight;
import endpointlab.preflight.PreflightPlan;
import endpointlab.resource.RunTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkField;

/** The exported IAM policy has the actions that are really called, all of them and no other. */
@Timeout(120)
class LeastPrivilegeTest {

    /** A managed policy holds at most so many characters, white space not counted. Source: IAM and STS quotas. */
    private static final int MOST_CHARACTERS = 6144;

    @TempDir
    Path directory;

    private final Set<String> called = new ConcurrentSkipListSet<>();

    @Test
    void hasExactlyTheActionsThatAreCalled() throws IOException {
        theWholeLabWithADeniedRequest();
        resumedAfterKills();
        resumedAfterAKillBetweenCallAndAnswer();
        setBackWhatSomebodyChanged();
        looked();
        letSshInFromAnotherAddress();
        takeOverWhatWasMadeByHand();

        assertThat(called).hasSizeGreaterThan(40);
        called.remove("sts:GetCallerIdentity"); // needs no permission
        assertThat(allowed(policy())).isEqualTo(called);
    }

    @Test
    void fitsIntoAManagedPolicyAndNamesTheLearnersRegionAndImage() throws IOException {
        String text = policy("ap-northeast-1", Map.of("step-6.ami", "resolve:ssm:/own/image:3"));

        assertThat(text.replaceAll("\\s", "").length()).isLessThan(MOST_CHARACTERS);
        assertThat(text).contains("arn:aws:ssm:ap-northeast-1:*:parameter/own/image\"").doesNotContain("us-east-1");
        assertThat(policy("us-east-1", Map.of("step-6.ami", "ami-0123456789abcdef0"))).doesNotContain("ssm:");
        assertThat(policy("cn-north-1", Map.of())).contains("arn:aws-cn:ec2:cn-north-1:*:vpc/*");
    }

    @Test
    void nothingChangesWithoutTheRunsTag() throws IOException {
        for (JsonNode statement : new JsonMapper().readTree(policy()).get("Statement")) {
            boolean changes = false;
            for (JsonNode action : statement.get("Action")) {
                assertThat(action.asText()).doesNotContain("*");
                changes |= !action.asText().matches(".*:(Describe|Get).*");
            }
            String condition = statement.path("Condition").toString();
            assertThat(!changes || condition.contains("Tag/LabRun") || condition.contains("CreateAction")
                    || condition.contains("iam:AWSServiceName") || statement.get("Resource").asText()
                    .endsWith("image/*")).as(statement.toString()).isTrue();
        }
    }

    private void theWholeLabWithADeniedRequest() throws IOException {
        try (PracticeLab practice = lab("whole")) {
            ((PracticeLab.SeenProbe) practice.probes.get(1)).before = request -> request.consoleOutput().get();
            LabSession session = practice.open();
            result(session.runTo(15, false));
            done(session.reject());
            result(session.runStep(15));
            done(session.accept());
            done(session.runAll());
            done(session.reconcile());
            done(session.cleanUp());
        }
    }

    private void resumedAfterKills() throws IOException {
        for (int saves : new int[] {8, 30, 60, 90}) {
            try (PracticeLab practice = lab("killed" + saves)) {
                practice.killAfter(saves);
                LabSession killed = practice.open();
                result(killed.runAll());
                killed.close();
                practice.killAfter(Integer.MAX_VALUE);
                LabSession session = practice.open();
                done(session.runAll());
                done(session.cleanUp());
            }
        }
    }

    /** What was made is then found by its tags, wherever other kills happen to fall. */
    private void resumedAfterAKillBetweenCallAndAnswer() throws IOException {
        try (PracticeLab practice = lab("between")) {
            AtomicBoolean made = new AtomicBoolean();
            practice.cloud.interceptor.set(call -> {
                record(call);
                if (call.action().equals("CreateLoadBalancer") && made.compareAndSet(false, true)) {
                    SameCall.send(practice.aws, call.request());
                    practice.killAfter(0);
                    throw new BrokenConnection();
                }
            });
            LabSession killed = practice.open();
            result(killed.runAll());
            killed.close();
            practice.killAfter(Integer.MAX_VALUE);
            LabSession session = practice.open();
            done(session.runAll());
            done(session.cleanUp());
        }
    }

    private void setBackWhatSomebodyChanged() throws IOException {
        try (PracticeLab practice = lab("drifted")) {
            LabSession session = practice.open();
            done(session.runAll());
            practice.cloud.interceptor.set(call -> { });
            practice.aws.ec2().modifyInstanceAttribute(request -> request
                    .instanceId(session.state().resource("web-server").awsId())
                    .groups(defaultGroup(practice, "service-vpc")));
            practice.aws.ec2().modifyVpcEndpointServiceConfiguration(request -> request.acceptanceRequired(false)
                    .serviceId(session.state().resource("endpoint-service").awsId()));
            practice.aws.ec2().modifyVpcEndpoint(request -> request
                    .vpcEndpointId(session.state().resource("endpoint").awsId())
                    .addSecurityGroupIds(defaultGroup(practice, "customer-vpc")));
            practice.cloud.interceptor.set(this::record);
            done(session.reconcile());
            done(session.runAll());
            done(session.cleanUp());
        }
    }

    private void looked() throws IOException {
        try (PracticeLab practice = lab("preflight")) {
            AwsCaller aws = new AwsCalls(practice.aws, practice.cloud.clock, practice.workers, call -> { })
                    .caller("", new Cancellation(), (what, fault, budget) -> { });
            new Preflight(practice.workers).look(aws, new PreflightPlan(practice.lab, practice.lastSaved(), 2,
                    PreflightPlan.USUAL_VPC_QUOTA, PriceTable.load(), Optional.empty()), line -> { });
        }
    }

    private void letSshInFromAnotherAddress() throws IOException {
        try (PracticeLab practice = lab("moved")) {
            LabSession session = practice.open();
            session.setValue("step-6.sg-rules", "tcp/22/203.0.113.10/32,tcp/80/0.0.0.0/0");
            done(session.runTo(6, false));
            done(session.allowSshFrom("198.51.100.7"));
            done(session.reconcile());
            assertThat(session.state().resources().values()).noneMatch(one -> one.status() == ResourceStatus.DRIFTED);
            done(session.cleanUp());
        }
    }

    private void takeOverWhatWasMadeByHand() throws IOException {
        try (PracticeLab practice = lab("hand")) {
            LabSession session = practice.open();
            done(session.runTo(5, false));
            done(session.runSubstep("6.1"));
            done(session.runSubstep("6.3"));
            practice.cloud.interceptor.set(call -> { });
            HandWork hand = new HandWork(practice, session);
            hand.instance("service", "step-6", hand.id("web-security-group"), hand.value("step-6.user-data"));
            practice.cloud.interceptor.set(this::record);
            done(hand.adopting(6));
            done(session.cleanUp());
        }
    }

    private static String defaultGroup(PracticeLab practice, String vpc) {
        return practice.aws.ec2().describeSecurityGroups(request -> request.filters(
                filter -> filter.name("group-name").values("default"),
                filter -> filter.name("vpc-id").values(practice.lastSaved().resource(vpc).awsId())))
                .securityGroups().get(0).groupId();
    }

    private PracticeLab lab(String name) throws IOException {
        PracticeLab practice = new PracticeLab(Files.createDirectory(directory.resolve(name)));
        practice.cloud.interceptor.set(this::record);
        return practice;
    }

    /** The call's own action, and those that AWS asks about besides. */
    private void record(ApiCall call) {
        called.add(call.iamAction());
        if (call.request() == null) {
            return;
        }
        if (has(call, "TagSpecifications")) {
            called.add("ec2:CreateTags");
        }
        if (call.iamAction().startsWith("elasticloadbalancing:Create") && has(call, "Tags")) {
            called.add("elasticloadbalancing:AddTags");
        }
        if (String.valueOf(member(call, "ImageId")).startsWith("resolve:ssm:")) {
            called.add("ssm:GetParameters");
        }
        if (call.action().equals("CreateLoadBalancer")) {
            called.add("iam:CreateServiceLinkedRole");
        }
    }

    private static boolean has(ApiCall call, String member) {
        return member(call, member) instanceof Collection<?> list && !list.isEmpty();
    }

    private static Object member(ApiCall call, String name) {
        return call.request().sdkFields().stream().filter(field -> field.memberName().equals(name))
                .map((SdkField<?> field) -> field.getValueOrDefault(call.request())).findFirst().orElse(null);
    }

    private static Set<String> allowed(String policy) throws IOException {
        Set<String> actions = new TreeSet<>();
        new JsonMapper().readTree(policy).get("Statement").forEach(statement ->
                statement.get("Action").forEach(action -> actions.add(action.asText())));
        return actions;
    }

    private String policy() {
        return policy("us-east-1", Map.of());
    }

    private String policy(String region, Map<String, String> values) {
        Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
        return new IamPolicy(lab, FieldValues.of(lab, LabSession.newState(lab, PracticeLab.RUN, "aws", region, 0, "",
                values)), RunTags.RUN).text();
    }
}
