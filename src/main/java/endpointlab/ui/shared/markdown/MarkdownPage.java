package endpointlab.ui.shared.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A learner text as it stands in its file: title, key sentence and blocks. Knows our additions to Markdown: a first
 * line {@code # title}, a line {@code > key: sentence}, placeholders <code>{{step-1.cidr}}</code> and containers
 * {@code :::kind} … {@code :::}.
 *
 * @param title  what the page is called
 * @param key    the one sentence for the presenter view; empty if none
 * @param blocks in order
 */
public record MarkdownPage(String title, String key, List<Block> blocks) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z0-9.-]+)}}");
    private static final String KEY = "> key:";
    private static final String FENCE = ":::";

    public MarkdownPage {
        blocks = List.copyOf(blocks);
    }

    /**
     * A run of Markdown.
     *
     * @param container {@code note}, {@code warn}, {@code answer} or a name that stands for something that the app
     *                  draws; empty for plain text
     */
    public record Block(String container, String markdown) {
    }

    /**
     * @param source text of the file
     * @param values from a field's key to the value in force
     */
    public static MarkdownPage parse(String source, UnaryOperator<String> values) {
        String title = "";
        String key = "";
        List<Block> blocks = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        String container = "";
        for (String line : fill(source, values).split("\n", -1)) {
            if (title.isEmpty() && line.startsWith("# ")) {
                title = line.substring(2).strip();
            } else if (key.isEmpty() && line.startsWith(KEY)) {
                key = line.substring(KEY.length()).strip();
            } else if (line.startsWith(FENCE)) {
                add(blocks, container, run);
                container = container.isEmpty() ? line.substring(FENCE.length()).strip() : "";
            } else {
                run.append(line).append('\n');
            }
        }
        add(blocks, container, run);
        return new MarkdownPage(title, key, blocks);
    }

    /** Puts values in the place of <code>{{key}}</code>; one that is still empty shows that something comes there. */
    private static String fill(String source, UnaryOperator<String> values) {
        return PLACEHOLDER.matcher(source).replaceAll(found -> {
            String value = values.apply(found.group(1));
            return Matcher.quoteReplacement(value.isBlank() ? "…" : value);
        });
    }

    private static void add(List<Block> blocks, String container, StringBuilder run) {
        String markdown = run.toString().strip();
        run.setLength(0);
        if (!markdown.isEmpty() || !container.isEmpty()) {
            blocks.add(new Block(container, markdown));
        }
    }
}
