package endpointlab.run;

import static endpointlab.run.PracticeLab.done;
import static endpointlab.run.PracticeLab.result;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.aws.ForgottenSkew;
import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import endpointlab.lab.Problem;
import endpointlab.practice.fault.FaultScript;
import endpointlab.run.RunResult.Outcome;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine makes of each kind of fault: it goes on, or it stops with a problem and a remedy. */
@ExtendWith(ForgottenSkew.class)
class FaultyLabTest extends PracticeLabTest {

    private void faults(String... faults) {
        faults(1, faults);
    }

    private void faults(long seed, String... faults) {
        practice.cloud.faults.switchTo(FaultScript.parse(("{'seed': " + seed + ", 'faults': ["
                + String.join(",", faults) + "]}").replace('\'', '"'), "faults"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'kind': 'throttling', 'probability': 0.3}",
            "{'kind': 'server-error', 'probability': 0.1}",
            "{'kind': 'server-error', 'code': 'Unavailable', 'probability': 0.1}",
            "{'kind': 'server-error', 'when': 'after', 'probability': 0.1}",
            "{'kind': 'connection-reset', 'probability': 0.05}",
            "{'kind': 'connection-reset', 'when': 'after', 'probability': 0.1}",
            "{'kind': 'slow', 'delay': '10s', 'probability': 0.2}",
            "{'kind': 'eventual-consistency', 'lag': '30s', 'probability': 0.5}"})
    void getsOver(String fault) {
        faults(fault);
        LabSession session = practice.open();

        done(session.runAll());
        faults();
        practice.assertMadeOnce();

        faults(fault);
        done(session.cleanUp());
        faults();
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    /** Beyond 15 minutes the SDK reads AWS's time from the refusal's Date, and signs by it from then on. */
    @ParameterizedTest
    @CsvSource({"10m, false", "-10m, false", "20m, true", "-20m, true", "-25h, true"})
    void getsOverAWrongClock(String skew, boolean refused) {
        faults("{'kind': 'clock-skew', 'skew': '" + skew + "'}");
        LabSession session = practice.open();

        done(session.runAll());
        assertThat(requestsSent() - requestsAccepted() > 0).isEqualTo(refused);
        practice.assertMadeOnce();

        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    private long requestsSent() {
        return practice.calls.stream().mapToLong(CallSummary::attempts).sum();
    }

    private long requestsAccepted() {
        return practice.cloud.calls().values().stream().mapToLong(Long::longValue).sum();
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("faults.seeds", 2));
    }

    /** All seeds of the campaign: {@code -Dtest=FaultyLabTest -Dfaults.seeds=100}. */
    @ParameterizedTest
    @MethodSource("seeds")
    void getsOverAllOfThemTogether(int seed) {
        String[] all = {"{'kind': 'slow', 'delay': '10s', 'probability': 0.1}",
                "{'kind': 'eventual-consistency', 'lag': '30s', 'probability': 0.3}",
                "{'kind': 'throttling', 'probability': 0.3}",
                "{'kind': 'server-error', 'probability': 0.1}",
                "{'kind': 'connection-reset', 'probability': 0.03}",
                "{'kind': 'connection-reset', 'when': 'after', 'probability': 0.03}"};
        faults(seed, all);
        LabSession session = practice.open();

        done(session.runAll());
        faults();
        practice.assertMadeOnce();

        faults(seed + 1_000, all);
        done(session.cleanUp());
        faults();
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec2:Create*", "ec2:Run*", "ec2:I*", "ec2:A*", "elasticloadbalancing:Create*",
            "elasticloadbalancing:Register*"})
    void everyFirstAnswerMayBeLost(String operations) {
        faults("{'kind': 'connection-reset', 'when': 'after', 'operation': '" + operations + "', 'calls': '1-3'}",
                "{'kind': 'eventual-consistency', 'lag': '30s', 'probability': 0.6}");
        LabSession session = practice.open();

        done(session.runAll());

        faults();
        practice.assertMadeOnce();
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'kind': 'missing-permission', 'operation': 'ec2:CreateSecurityGroup'} | UnauthorizedOperation | permission",
            "{'kind': 'missing-permission', 'operation': 'elasticloadbalancing:*'}  | AccessDenied          | permission",
            "{'kind': 'expired-credentials', 'operation': 'ec2:*', 'from': '20s'}    | RequestExpired        | expired",
            "{'kind': 'invalid-credentials', 'operation': 'ec2:CreateSubnet'}       | AuthFailure           | credentials",
            "{'kind': 'quota', 'quota': 'vpcs', 'limit': 2}                         | VpcLimitExceeded      | quota",
            "{'kind': 'quota', 'quota': 'load-balancers', 'limit': 0}               | TooManyLoadBalancers  | quota",
            "{'kind': 'quota', 'quota': 'instances', 'limit': 1}                    | InstanceLimitExceeded | quota",
            "{'kind': 'unsupported-instance-type', 'zone': 'us-east-1a'}            | Unsupported           | zone",
            "{'kind': 'no-capacity'}                                    | InsufficientInstanceCapacity      | capacity",
            "{'kind': 'no-load-balancers'}                                          | OperationNotPermitted | account",
            "{'kind': 'no-service-linked-role'}                                     | AccessDenied          | permission"})
    void stopsWithARemedyAndGoesOnWhenTheCauseIsGone(String fault, String code, String family) {
        faults(fault);
        LabSession session = practice.open();

        RunResult stopped = result(session.runAll());

        assertThat(stopped.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(stopped.problems()).isNotEmpty().extracting(Problem::code).contains(code);
        assertThat(stopped.problems()).filteredOn(problem -> problem.code().equals(code))
                .allSatisfy(problem -> assertThat(problem.cause()).isEqualTo("problem." + family + ".cause"));
        for (Language language : Language.values()) {
            Messages texts = Messages.in(language);
            stopped.problems().forEach(problem -> {
                assertThat(texts.text(problem.cause(), problem.arguments())).isNotBlank();
                assertThat(texts.text(problem.remedy(), problem.arguments())).isNotBlank();
            });
        }

        faults();
        done(session.runAll());
        practice.assertMadeOnce();
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    /**
     * The network is gone for three minutes in the middle, which may be got over, or for longer than anybody waits
     * for an answer.
     */
    @ParameterizedTest
    @CsvSource({"40s, 220s, true", "40s, 2h, false"})
    void theNetworkIsGone(String from, String until, boolean perhapsGotOver) {
        faults("{'kind': 'connection-reset', 'from': '" + from + "', 'until': '" + until + "'}");
        LabSession session = practice.open();

        RunResult first = result(session.runAll());

        assertThat(first.outcome() == Outcome.FAILED || perhapsGotOver && first.outcome() == Outcome.DONE).isTrue();
        assertThat(first.problems()).allSatisfy(problem -> assertThat(problem.code()).isEqualTo("NoAnswer"));
        faults();
        done(session.runAll());
        practice.assertMadeOnce();
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void aNewAccountRefusesWhatIsNotEligible() {
        faults("{'kind': 'new-account'}");
        LabSession session = practice.open();
        session.setValue("step-6.instance-type", "t2.micro");

        RunResult stopped = result(session.runTo(6, true));

        assertThat(stopped.problems()).extracting(Problem::cause).containsExactly("problem.instance-type.cause");
        session.setValue("step-6.instance-type", "t3.micro");
        done(session.runTo(6, true));
    }
}
