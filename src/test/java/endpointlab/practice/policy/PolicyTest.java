package endpointlab.practice.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.practice.document.DocumentException;
import endpointlab.practice.policy.Policy.Decision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final String ANY_VPC = "arn:aws:ec2:us-east-1:123456789012:vpc/*";

    private static Policy policy(String... statements) {
        return Policy.parse(("{'Version': '2012-10-17', 'Statement': [" + String.join(",", statements) + "]}")
                .replace('\'', '"'), "policy.json");
    }

    private static Policy when(String condition) {
        return policy("{'Effect': 'Allow', 'Action': 'ec2:CreateVpc', 'Resource': '*', 'Condition': " + condition + "}");
    }

    private static Decision ask(Policy policy, String action, String resource) {
        return policy.decide(new Authorization(action, resource, Map.of()));
    }

    private static Decision ask(Policy policy, Map<String, List<String>> context) {
        return policy.decide(new Authorization("ec2:CreateVpc", ANY_VPC, context));
    }

    @Test
    void nothingIsAllowedUnlessAStatementSaysSo() {
        Policy vpcs = policy("{'Effect': 'Allow', 'Action': ['ec2:*Vpc', 'ec2:describe?pcs'], 'Resource': '*'}");

        assertThat(ask(vpcs, "ec2:CreateVpc", ANY_VPC)).isEqualTo(Decision.ALLOWED);
        assertThat(ask(vpcs, "ec2:DescribeVpcs", "*")).isEqualTo(Decision.ALLOWED);
        assertThat(ask(vpcs, "ec2:CreateSubnet", ANY_VPC)).isEqualTo(Decision.NOT_ALLOWED);
        assertThat(ask(policy(), "ec2:CreateVpc", ANY_VPC)).isEqualTo(Decision.NOT_ALLOWED);
    }

    @Test
    void aDenyWinsOverEveryAllow() {
        Policy policy = policy("{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}",
                "{'Effect': 'Deny', 'NotAction': 'ec2:Describe*', 'Resource': '*'}");

        assertThat(ask(policy, "ec2:CreateVpc", ANY_VPC)).isEqualTo(Decision.DENIED);
        assertThat(ask(policy, "ec2:DescribeVpcs", "*")).isEqualTo(Decision.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
            "*, true",
            "arn:aws:ec2:*:*:vpc/*, true",
            "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-?1, true",
            "arn:aws:ec2:us-west-2:*:vpc/*, false",
            "arn:aws:ec2:*:*:subnet/*, false",
            "arn:aws:ec2:*:123456789012:*, true"})
    void resourcesAreComparedPartByPart(String pattern, boolean fits) {
        Policy policy = policy("{'Effect': 'Allow', 'Action': '*', 'Resource': '" + pattern + "'}");

        assertThat(ask(policy, "ec2:DeleteVpc", "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-01"))
                .isEqualTo(fits ? Decision.ALLOWED : Decision.NOT_ALLOWED);
    }

    @Test
    void notResourceMeansAllOthers() {
        Policy policy = policy("{'Effect': 'Allow', 'Action': '*', 'NotResource': '" + ANY_VPC + "'}");

        assertThat(ask(policy, "ec2:DeleteVpc", ANY_VPC)).isEqualTo(Decision.NOT_ALLOWED);
        assertThat(ask(policy, "ec2:DeleteSubnet", ANY_VPC.replace("vpc/", "subnet/"))).isEqualTo(Decision.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'StringEquals': {'aws:RequestTag/LabRun': ['a', 'b']}}              | true  | false | false",
            "{'StringEquals': {'AWS:requesttag/labrun': 'b'}}                     | true  | false | false",
            "{'StringNotEquals': {'aws:RequestTag/LabRun': ['a', 'b']}}           | false | true  | true",
            "{'StringEqualsIgnoreCase': {'aws:RequestTag/LabRun': 'B'}}           | true  | false | false",
            "{'StringLike': {'aws:RequestTag/LabRun': '?'}}                       | true  | false | false",
            "{'StringNotLike': {'aws:RequestTag/LabRun': 'b*'}}                   | false | true  | true",
            "{'StringEqualsIfExists': {'aws:RequestTag/LabRun': 'b'}}             | true  | false | true",
            "{'StringLikeIfExists': {'aws:RequestTag/LabRun': '*'}}               | true  | true  | true",
            "{'Null': {'aws:RequestTag/LabRun': 'true'}}                          | false | false | true",
            "{'Null': {'aws:RequestTag/LabRun': false}}                           | true  | true  | false",
            "{'StringLike': {'aws:RequestTag/LabRun': '*'}, 'Null': {'aws:RequestTag/LabRun': 'true'}} "
                    + "| false | false | false"})
    void conditionsOnOneValue(String condition, boolean withB, boolean withOther, boolean without) {
        Policy policy = when(condition);

        assertThat(ask(policy, Map.of("aws:RequestTag/LabRun", List.of("b"))) == Decision.ALLOWED).isEqualTo(withB);
        assertThat(ask(policy, Map.of("aws:RequestTag/LabRun", List.of("other"))) == Decision.ALLOWED)
                .isEqualTo(withOther);
        assertThat(ask(policy, Map.of()) == Decision.ALLOWED).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'ForAllValues:StringEquals': {'aws:TagKeys': ['Name', 'LabRun']}}   | true  | false | true",
            "{'ForAllValues:StringLike': {'aws:TagKeys': 'N*'}}                   | false | false | true",
            "{'ForAnyValue:StringEquals': {'aws:TagKeys': ['Name']}}              | true  | true  | false",
            "{'ForAnyValue:StringEqualsIfExists': {'aws:TagKeys': ['Name']}}      | true  | true  | true"})
    void conditionsOnSeveralValues(String condition, boolean nameAndRun, boolean nameAndOther, boolean none) {
        Policy policy = when(condition);

        assertThat(ask(policy, Map.of("aws:TagKeys", List.of("Name", "LabRun"))) == Decision.ALLOWED)
                .isEqualTo(nameAndRun);
        assertThat(ask(policy, Map.of("aws:TagKeys", List.of("Name", "Other"))) == Decision.ALLOWED)
                .isEqualTo(nameAndOther);
        assertThat(ask(policy, Map.of()) == Decision.ALLOWED).isEqualTo(none);
    }

    @Test
    void boolAndArn() {
        Policy bool = when("{'Bool': {'aws:SecureTransport': true}}");
        assertThat(ask(bool, Map.of("aws:SecureTransport", List.of("true")))).isEqualTo(Decision.ALLOWED);
        assertThat(ask(bool, Map.of("aws:SecureTransport", List.of("false")))).isEqualTo(Decision.NOT_ALLOWED);
        Policy arn = when("{'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam::*:user/p*'}}");
        assertThat(ask(arn, Map.of("aws:PrincipalArn", List.of("arn:aws:iam::1:user/practice"))))
                .isEqualTo(Decision.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'Statement': []}                                  | policy.json, $: \"Version\" is missing.",
            "{'Version': '2012-10-17'}                          | policy.json, $: \"Statement\" is missing.",
            "{'Version': '2013', 'Statement': []}               | policy.json, Version: \"2013\" can't be used; "
                    + "allowed is 2012-10-17, 2008-10-17.",
            "{'Version': '2012-10-17', 'Statement': [], 'x': 1} | policy.json, $: \"x\" is not known here; allowed is "
                    + "Version, Id, Statement.",
            "[                                                  | policy.json is no JSON: line 1, column 2.",
            "[1]                                                | policy.json, $: [1] can't be used; allowed is "
                    + "{ Version, Id, Statement }."})
    void whatIsNoPolicyIsToldInOneSentence(String json, String sentence) {
        assertThatThrownBy(() -> Policy.parse(json.replace('\'', '"'), "policy.json"))
                .isInstanceOf(DocumentException.class).hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'Effect': 'allow', 'Action': '*', 'Resource': '*'}  | Statement[0].Effect: \"allow\" can't be used",
            "{'Effect': 'Allow', 'Resource': '*'}                 | Statement[0]: \"Action\" is missing",
            "{'Effect': 'Allow', 'Action': '*'}                   | Statement[0]: \"Resource\" is missing",
            "{'Effect': 'Allow', 'Action': 'CreateVpc', 'Resource': '*'} | Statement[0].Action: \"CreateVpc\" can't",
            "{'Effect': 'Allow', 'Action': ['*', 7], 'Resource': '*'}    | Statement[0].Action[1]: 7 can't be used",
            "{'Effect': 'Allow', 'Action': '*', 'Resource': 'vpc/*'}     | Statement[0].Resource: \"vpc/*\" can't be",
            "{'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:ec2:*:*:vpc/${aws:username}'} "
                    + "| Statement[0].Resource: the practice cloud doesn't support arn:aws:ec2:*:*:vpc/${aws:username}",
            "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Principal': '*'} "
                    + "| Statement[0]: \"Principal\" is not known here"})
    void aStatementThatCantBeEnforcedIsRefused(String statement, String sentence) {
        assertThatThrownBy(() -> policy(statement)).isInstanceOf(DocumentException.class)
                .hasMessageStartingWith("policy.json, " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'NumericLessThan': {'ec2:VolumeSize': '8'}} "
                    + "| Condition.NumericLessThan: the practice cloud doesn't support NumericLessThan",
            "{'IpAddress': {'aws:SourceIp': '10.0.0.0/8'}} "
                    + "| Condition.IpAddress: the practice cloud doesn't support IpAdd",
            "{'StringEquals': {'aws:username': 'x'}} | Condition.StringEquals.aws:username: the practice cloud doesn't",
            "{'StringEquals': {'aws:TagKeys': 'x'}} "
                    + "| Condition.StringEquals: the practice cloud doesn't support StringEquals aws:T",
            "{'Bool': {'aws:SecureTransport': 'yes'}} | Condition.Bool.aws:SecureTransport: \"yes\" can't be used",
            "{'NullIfExists': {'aws:RequestTag/x': 'true'}} "
                    + "| Condition.NullIfExists: the practice cloud doesn't support NullIfExists",
            "{'StringEquals': 'x'}                   | Condition.StringEquals: \"x\" can't be used"})
    void aConditionThatCantBeJudgedIsRefused(String condition, String sentence) {
        assertThatThrownBy(() -> when(condition)).isInstanceOf(DocumentException.class)
                .hasMessageStartingWith("policy.json, Statement[0]." + sentence);
    }

    @Test
    void aPatternFullOfStarsIsJudgedAtOnce() {
        assertThat(Wildcards.match("*a".repeat(2_000) + "b", "a".repeat(20_000))).isFalse();
    }
}
