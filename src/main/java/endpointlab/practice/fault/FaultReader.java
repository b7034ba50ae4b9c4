package endpointlab.practice.fault;

import endpointlab.practice.document.DocumentException;
import endpointlab.practice.document.Part;
import endpointlab.practice.wire.AwsService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a {@link FaultScript} of a document. Every method throws {@link DocumentException} for what it can't take. */
final class FaultReader {

    private static final long MOST_CALLS = 1_000_000_000;
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final String OPERATION_FORM = "ec2:CreateVpc, Describe*, *";
    private static final Pattern OPERATION = Pattern.compile("(?:([a-z0-9*?-]+):)?([A-Za-z0-9*?]+)");
    private static final String CALLS_FORM = "3, 2-5, 4-";
    private static final Pattern CALLS = Pattern.compile("([1-9][0-9]{0,8})(?:(-)([1-9][0-9]{0,8})?)?");
    private static final String TIME_FORM = "500ms, 10s, 2m, 1h";
    private static final String SIGNED_FORM = "20m, -20m";
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

    private FaultReader() {
    }

    static FaultScript read(Part document) {
        document.object("seed", "faults");
        long seed = document.field("seed").map(part -> part.whole(0, Long.MAX_VALUE)).orElse(0L);
        List<Fault> faults = new ArrayList<>();
        for (Part part : document.required("faults").items()) {
            faults.add(fault(part));
        }
        return new FaultScript(seed, faults);
    }

    private static Fault fault(Part part) {
        part.fields();
        FaultKind kind = FaultKind.named(part.required("kind").word(FaultKind.words()));
        part.object(Stream.concat(Stream.of("kind"), kind.fields().stream()).toArray(String[]::new));
        return kind.read(part);
    }

    /** @param operations where the kind itself says what it meets; else those of the entry, or all */
    static Selection selection(Part part, List<String> operations) {
        List<String> met = part.field("operation").map(FaultReader::operations)
                .orElse(operations.isEmpty() ? List.of("*") : operations);
        long[] calls = part.field("calls").map(FaultReader::calls).orElse(new long[] {1, MOST_CALLS});
        double probability = part.field("probability").map(value -> value.number(0, 1)).orElse(1.0);
        Duration from = time(part, "from").orElse(Duration.ZERO);
        Duration until = time(part, "until").orElse(FOR_EVER);
        return new Selection(met, calls[0], calls[1], probability, from, until);
    }

    private static List<String> operations(Part part) {
        return part.oneOrMore().stream().map(FaultReader::operation).toList();
    }

    /** A name without wildcards must be one of AWS's, since a misspelt one would never be met. */
    private static String operation(Part part) {
        String text = part.text(OPERATION_FORM);
        Matcher form = OPERATION.matcher(text);
        if (!form.matches()) {
            throw part.bad(OPERATION_FORM);
        }
        boolean exact = !text.contains("*") && !text.contains("?");
        if (exact && Arrays.stream(AwsService.values()).noneMatch(service -> service.knows(form.group(2))
                && (form.group(1) == null || form.group(1).equals(service.signingName())))) {
            throw part.bad(OPERATION_FORM);
        }
        return text;
    }

    private static long[] calls(Part part) {
        Matcher form = CALLS.matcher(part.scalar(CALLS_FORM));
        if (!form.matches()) {
            throw part.bad(CALLS_FORM);
        }
        long first = Long.parseLong(form.group(1));
        long last = form.group(2) == null ? first : form.group(3) == null ? MOST_CALLS : Long.parseLong(form.group(3));
        if (last < first) {
            throw part.bad(CALLS_FORM);
        }
        return new long[] {first, last};
    }

    /** Empty if there is no such field. */
    static Optional<Duration> time(Part part, String field) {
        return part.field(field).map(FaultReader::time);
    }

    static Duration time(Part part) {
        return time(part, part.text(TIME_FORM), TIME_FORM);
    }

    /** As {@link #time(Part)}, with a minus in front of it if AWS's clock is behind. */
    static Duration signedTime(Part part) {
        String text = part.text(SIGNED_FORM);
        return text.startsWith("-") ? time(part, text.substring(1), SIGNED_FORM).negated()
                : time(part, text, SIGNED_FORM);
    }

    private static Duration time(Part part, String text, String allowed) {
        Matcher form = TIME.matcher(text);
        if (!form.matches()) {
            throw part.bad(allowed);
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
