package endpointlab.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.i18n.Language;
import endpointlab.lab.FieldValues;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceStatus;
import endpointlab.network.Flow;
import endpointlab.run.CallSummary;
import endpointlab.ui.diagram.Reality;
import endpointlab.ui.diagram.Way;
import endpointlab.ui.shared.Localizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WizardPartsTest {

    private final Instant now = Instant.now();
    private final LabStates states = new LabStates(now);
    private final Localizer texts = new Localizer(Language.EN);

    @Test
    void valuesReadAsWords() {
        FieldWords words = new FieldWords(LabStates.LAB, FieldValues.of(LabStates.LAB, states.fresh()), texts);
        assertThat(words.word("step-6.public-ip")).isEqualTo("Enable");
        assertThat(words.word("step-6.sg-rules"))
                .isEqualTo("SSH 22, HTTP 80, HTTPS 443 (source: Anywhere 0.0.0.0/0)");
        assertThat(words.word("step-6.key-name")).isEqualTo("endpoint-lab-7f3c0412");
        assertThat(words.word("step-6.user-data")).startsWith("#!/bin/bash").doesNotEndWith("\n");
    }

    @Test
    void rulesOfDifferentSourcesReadSingly() {
        FieldValues values = new FieldValues(LabStates.LAB, "us-east-1", "r", "",
                Map.of("step-14.sg-rules", "tcp/22/198.51.100.7/32,tcp/8080/0.0.0.0/0"));
        assertThat(new FieldWords(LabStates.LAB, values, texts).word("step-14.sg-rules"))
                .isEqualTo("SSH 22 (source: 198.51.100.7/32), TCP 8080 (source: Anywhere 0.0.0.0/0)");
    }

    @Test
    void fixedValuesNameWhatWasMadeBefore() {
        FieldValues values = FieldValues.of(LabStates.LAB, states.fresh());
        assertThat(new FixedValues(LabStates.LAB).of(7, "7.1", states.fresh(), values))
                .containsExactly(Map.entry("subnet", "Service_Public_subnet"),
                        Map.entry("scheme", "internet-facing"));
        assertThat(new FixedValues(LabStates.LAB).of(15, "15.1", states.doneTo(8), values))
                .containsEntry("service-name", "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0")
                .containsEntry("vpc", "Customer_Network");
    }

    @Test
    void pollsInARowAreOneRow() {
        List<CallSummary> calls = List.of(call("CreateVpc", "vpc", false), call("DescribeVpcs", "vpc", true),
                call("DescribeSubnets", "subnet", true), call("DescribeVpcs", "vpc", true),
                call("DescribeVpcs", "other", true));
        List<CallRow> rows = CallRow.fold(calls, Set.of("vpc", "subnet"));
        assertThat(rows).extracting(row -> row.call().action() + " " + row.count())
                .containsExactly("CreateVpc 1", "DescribeVpcs 2", "DescribeSubnets 1");
    }

    private CallSummary call(String action, String subject, boolean poll) {
        return new CallSummary(now, Duration.ofMillis(3), "ec2", action, poll ? "describe" : "create", poll, subject,
                1, "", "id");
    }

    @Test
    void theKeysToThePracticeCloudAreCopiedAndNotShown() {
        CliEnvironment practice = new CliEnvironment("http://127.0.0.1:4711", "us-east-1", "AKIAEXAMPLE", "k3y/x");
        assertThat(practice.copied().lines()).contains("export AWS_ENDPOINT_URL=http://127.0.0.1:4711",
                "export AWS_DEFAULT_REGION=us-east-1", "export AWS_ACCESS_KEY_ID=AKIAEXAMPLE",
                "export AWS_SECRET_ACCESS_KEY=k3y/x");
        assertThat(practice.shown() + practice).contains("AWS_ENDPOINT_URL").doesNotContain("k3y/x", "AKIAEXAMPLE");
    }

    @Test
    void historyWalksAsAShellDoes() {
        CommandHistory history = new CommandHistory();
        assertThat(history.older("draft")).isEqualTo("draft");
        history.add("hostname");
        history.add("curl -I http://10.1.1.87");
        assertThat(history.older("dra")).isEqualTo("curl -I http://10.1.1.87");
        assertThat(history.older("")).isEqualTo("hostname");
        assertThat(history.older("")).isEqualTo("hostname");
        assertThat(history.newer("")).isEqualTo("curl -I http://10.1.1.87");
        assertThat(history.newer("")).isEqualTo("dra");
    }

    @Test
    void theTerminalTellsTheSessionAsItWas() {
        TerminalLines terminal = new TerminalLines(LabStates.LAB, texts);
        LabState done = states.doneTo(16);
        List<TerminalLines.Line> lines = terminal.of(terminal.check(16).orElseThrow(), done);
        assertThat(lines).extracting(line -> line.prompt() + line.text()).containsExactly(
                "$ ssh -i endpoint-lab-7f3c0412.pem ec2-user@198.51.100.24",
                "# The host key matches the fingerprints on the console output",
                "# Logged in as ec2-user with the key pair",
                "[ec2-user@ip-10-1-1-25 ~]$ curl -sS --max-time 10 http://10.1.1.87",
                "<html><h1> Welcome to Hangyuzs Server 1 </h1></html>");
        assertThat(terminal.of(terminal.check(16).orElseThrow(), states.doneTo(15))).isEmpty();
        assertThat(terminal.check(7)).isEmpty();
    }

    @Test
    void flowsAreThoseOfTheCheck() {
        CheckFlows flows = new CheckFlows(LabStates.LAB);
        assertThat(flows.of(16, states.doneTo(15))).isEmpty();
        List<CheckFlows.Sent> sent = flows.of(16, states.doneTo(16));
        assertThat(sent).extracting(CheckFlows.Sent::manner)
                .containsExactly(Way.Manner.ACCESS, Way.Manner.REQUEST);
        assertThat(sent.get(1).flow()).isEqualTo(Flow.tcp(new Flow.FromInstance("i-0d2c4b6a8f1e3d5c7"), "10.1.1.87",
                80));
        assertThat(sent.get(1).reality()).isEqualTo(Reality.ANSWERED);
    }

    @Test
    void aStepsPartsStandWhereTheirResourcesStand() {
        LabState state = states.with(states.running(states.doneTo(6), 7), "load-balancer", ResourceStatus.CREATING,
                "provisioning");
        state = states.with(states.ready(state, "target-group"), "listener", ResourceStatus.READY, null);
        StepSummary step = new StepProgress(LabStates.LAB, LabClock.startingAt(now, Pace.AWS))
                .of(state, Set.of("public-page")).step(7);
        assertThat(step.status()).isEqualTo(ResourceStatus.CREATING);
        assertThat(step.substeps()).extracting(SubstepSummary::status).containsExactly(ResourceStatus.CREATING,
                ResourceStatus.READY, ResourceStatus.NOT_MADE, ResourceStatus.CREATING);
    }

    @Test
    void whatIsLeftIsToldInTheLearnersTime() {
        LabState state = states.doneTo(16);
        assertThat(new StepProgress(LabStates.LAB, LabClock.startingAt(now, Pace.BRISK)).of(state, Set.of())
                .remaining()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void durationsReadAsAClock() {
        assertThat(Times.clock(Duration.ofSeconds(72))).isEqualTo("1:12");
        assertThat(Times.clock(Duration.ofMinutes(90))).isEqualTo("1:30:00");
        assertThat(Times.clock(Duration.ofSeconds(-3))).isEqualTo("0:00");
    }
}
