package endpointlab.practice.world;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.wire.Scalars;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * The filters that one Describe operation of EC2 knows, and their evaluation: a row passes if for every filter one of
 * its values matches. {@code *} stands for any characters, {@code ?} for one, a backslash takes their meaning away;
 * case counts. Every instance knows {@code tag:<key>}, {@code tag-key} and {@code tag} ({@code key=value}).
 *
 * <p>Source: EC2 User Guide, "List and filter using the CLI and API"; limits from the EC2 API Reference.
 *
 * @param <E> what is described
 */
public final class Filters<E> {

    private static final int MOST_VALUES = 200;

    private final Map<String, Function<E, ? extends Collection<?>>> known = new LinkedHashMap<>();
    private final Function<E, Map<String, String>> tags;
    private Function<String, AwsException> refusal = Invalid::value;

    /** @param tags the tags of a row */
    public Filters(Function<E, Map<String, String>> tags) {
        this.tags = tags;
        withAll("tag-key", row -> tags.apply(row).keySet());
        withAll("tag", row -> tags.apply(row).entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue()).toList());
    }

    /** Makes an error of a text about a filter that is refused; {@code InvalidParameterValue} by default. */
    public Filters<E> refusedAs(Function<String, AwsException> error) {
        refusal = error;
        return this;
    }

    /** Adds a filter on one value of a row; a {@code null} value never matches. */
    public Filters<E> with(String name, Function<E, ?> value) {
        return withAll(name, row -> {
            Object one = value.apply(row);
            return one == null ? List.of() : List.of(one);
        });
    }

    /** Adds a filter on several values of a row; one of them must match. */
    public Filters<E> withAll(String name, Function<E, ? extends Collection<?>> values) {
        known.put(name, values);
        return this;
    }

    /**
     * Adds filters whose values stand in the answer itself.
     *
     * @param answer how a row is answered
     * @param lines  a filter's name and the way to its values on each, such as {@code affinity Placement.Affinity};
     *               a name alone is a filter on what no row of this cloud has
     */
    public Filters<E> inAnswer(Function<E, ? extends SdkPojo> answer, String lines) {
        lines.lines().map(line -> line.split(" ")).forEach(words -> withAll(words[0],
                row -> words.length == 1 ? List.of() : AnswerValues.at(answer.apply(row), words[1])));
        return this;
    }

    /**
     * @return the rows that pass all filters, in their order
     * @throws AwsException as {@link #refusedAs} says for an unknown filter, {@code FilterLimitExceeded}
     */
    public List<E> apply(List<E> rows, List<Filter> filters) {
        List<E> left = rows;
        for (Filter filter : filters) {
            Function<E, ? extends Collection<?>> field = field(filter.name());
            if (filter.values().isEmpty()) {
                // Assumed: AWS refuses a filter without a value; the words are ours.
                throw refusal.apply("The filter '" + filter.name() + "' must have at least one value");
            }
            if (filter.values().size() > MOST_VALUES) {
                throw new AwsException("FilterLimitExceeded",
                        "The maximum number of filter values specified on a single call is " + MOST_VALUES);
            }
            List<Pattern> patterns = filter.values().stream().map(Filters::pattern).toList();
            left = left.stream().filter(row -> field.apply(row).stream().anyMatch(value ->
                    patterns.stream().anyMatch(pattern -> pattern.matcher(Scalars.format(value)).matches()))).toList();
        }
        return left;
    }

    private Function<E, ? extends Collection<?>> field(String name) {
        if (name != null && name.startsWith("tag:") && name.length() > 4) {
            String key = name.substring(4);
            return row -> tags.apply(row).containsKey(key) ? List.of(tags.apply(row).get(key)) : List.of();
        }
        Function<E, ? extends Collection<?>> field = known.get(name);
        if (field == null) {
            throw refusal.apply("The filter '" + name + "' is invalid");
        }
        return field;
    }

    private static Pattern pattern(String value) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            if (next == '*') {
                regex.append(".*");
            } else if (next == '?') {
                regex.append('.');
            } else if (next == '\\' && i + 1 < value.length()) {
                regex.append(Pattern.quote(String.valueOf(value.charAt(++i))));
            } else {
                regex.append(Pattern.quote(String.valueOf(next)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
