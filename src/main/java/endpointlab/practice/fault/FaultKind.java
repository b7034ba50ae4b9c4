package endpointlab.practice.fault;

import endpointlab.practice.document.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The kinds of faults, by their words in a script, and the fields that each takes besides. */
enum FaultKind {

    THROTTLING(List.of(), List.of(), part -> Refusals.throttling()),
    SERVER_ERROR(List.of(), List.of("code", "when"), part -> Refusals.serverError(
            part.field("code").map(code -> code.word("InternalError", "Unavailable")).orElse("InternalError")
                    .equals("Unavailable"), afterwards(part))),
    CONNECTION_RESET(List.of(), List.of("when"), part -> Refusals.reset(afterwards(part))),
    SLOW(List.of(), List.of("delay"), part -> Refusals.slow(FaultReader.time(part.required("delay")))),
    MISSING_PERMISSION(List.of(), List.of(), part -> Refusals.missingPermission()),
    EXPIRED_CREDENTIALS(List.of(), List.of(), part -> Refusals.expiredCredentials()),
    INVALID_CREDENTIALS(List.of(), List.of(), part -> Refusals.invalidCredentials()),
    QUOTA(List.of("quota", "limit")) {
        @Override
        Fault read(Part part) {
            Quota quota = Quota.named(part.required("quota").word(Quota.words()));
            return Fault.ofCalls(FaultReader.selection(part, quota.operations()),
                    quota.limitedTo(part.required("limit").whole(0, 1_000_000)));
        }
    },
    UNSUPPORTED_INSTANCE_TYPE(Launches.LAUNCH_AND_OFFERINGS, List.of("instanceType", "zone"),
            part -> Launches.unsupported(lack(part))),
    NO_CAPACITY(Launches.LAUNCH, List.of("instanceType", "zone"), part -> Launches.withoutCapacity(lack(part))),
    NO_LOAD_BALANCERS(Account.LOAD_BALANCERS, List.of(), part -> Account.withoutLoadBalancers()),
    NO_SERVICE_LINKED_ROLE(Account.LOAD_BALANCERS, List.of(), part -> Account.withoutServiceLinkedRole()),
    NEW_ACCOUNT(Account.LAUNCHES, List.of(), part -> Account.isNew()),
    EVENTUAL_CONSISTENCY(List.of("lag")) {
        @Override
        List<String> fields() {
            return List.of("lag", "probability", "from", "until");
        }

        @Override
        Fault read(Part part) {
            return Fault.ofReplicas(FaultReader.selection(part, List.of()), FaultReader.time(part.required("lag")));
        }
    },
    CLOCK_SKEW(List.of("skew")) {
        @Override
        List<String> fields() {
            return List.of("skew", "from", "until");
        }

        @Override
        Fault read(Part part) {
            return Fault.ofClock(FaultReader.selection(part, List.of()),
                    FaultReader.signedTime(part.required("skew")));
        }
    };

    private final List<String> operations;
    private final List<String> ownFields;
    private final Function<Part, Effect> effect;

    /** @param operations that are met; empty if the entry says which */
    FaultKind(List<String> operations, List<String> ownFields, Function<Part, Effect> effect) {
        this.operations = operations;
        this.ownFields = ownFields;
        this.effect = effect;
    }

    FaultKind(List<String> ownFields) {
        this(List.of("*"), ownFields, null);
    }

    /** Such as {@code server-error}. */
    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FaultKind named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow();
    }

    static String[] words() {
        return Arrays.stream(values()).map(FaultKind::word).toArray(String[]::new);
    }

    /** All that an entry may have besides its kind. */
    List<String> fields() {
        Stream<String> common = Stream.of("calls", "probability", "from", "until");
        Stream<String> operation = operations.isEmpty() ? Stream.of("operation") : Stream.of();
        return Stream.of(ownFields.stream(), operation, common).flatMap(fields -> fields).toList();
    }

    Fault read(Part part) {
        return Fault.ofCalls(FaultReader.selection(part, operations), effect.apply(part));
    }

    private static boolean afterwards(Part part) {
        return part.field("when").map(when -> when.word("before", "after")).orElse("before").equals("after");
    }

    private static Launches.Lack lack(Part part) {
        return new Launches.Lack(pattern(part, "instanceType", "t3.micro, t2.*, *"),
                pattern(part, "zone", "us-east-1a, *"));
    }

    private static String pattern(Part part, String field, String allowed) {
        return part.field(field).map(value -> {
            if (!value.text(allowed).matches("[a-z0-9.*?-]{1,64}")) {
                throw value.bad(allowed);
            }
            return value.text(allowed);
        }).orElse("*");
    }
}
