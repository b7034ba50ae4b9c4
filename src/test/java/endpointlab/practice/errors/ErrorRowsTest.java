package endpointlab.practice.errors;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of the error catalogue (AWS-FACTS 2.3 to 2.5) that a lab, its clean-up, a mistake or a policy can meet,
 * one test each, met through a real SDK client: code, HTTP status, text, the whole body in the shape of its service,
 * request id, the SDK's exception type. Rows are in the classes named {@code …Rows}; {@code ErrorCatalogueTest} says
 * which codes there are, and why some can't be met. Section 2.6 is in {@code CredentialErrorsTest}, 2.2 in {@code
 * SdkRetriesTest}.
 */
class ErrorRowsTest {

    static List<Row> all() {
        return Stream.of(NetworkRows.all(), InstanceRows.all(), QuotaRows.all(), PrivateLinkRows.all(),
                DependencyRows.all(), LoadBalancingRows.all(), FaultRows.all()).flatMap(List::stream).toList();
    }

    private static Stream<DynamicTest> tests(List<Row> rows) {
        return rows.stream().map(Row::test);
    }

    @TestFactory
    Stream<DynamicTest> networks() {
        return tests(NetworkRows.all());
    }

    @TestFactory
    Stream<DynamicTest> instancesTokensAndLists() {
        return tests(InstanceRows.all());
    }

    @TestFactory
    Stream<DynamicTest> quotas() {
        return tests(QuotaRows.all());
    }

    @TestFactory
    Stream<DynamicTest> endpointsAndTheirServices() {
        return tests(PrivateLinkRows.all());
    }

    @TestFactory
    Stream<DynamicTest> dependencies() {
        return tests(DependencyRows.all());
    }

    @TestFactory
    Stream<DynamicTest> loadBalancing() {
        return tests(LoadBalancingRows.all());
    }

    @TestFactory
    Stream<DynamicTest> faultsOfAws() {
        return tests(FaultRows.all());
    }
}
