package endpointlab.userdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code grep}, with Java's regular expressions, which are near enough to POSIX's extended ones. */
final class Grep implements Program {

    private static final int TROUBLE = 2;

    /** The pattern takes longer than anybody waits: Java's expressions try every way, where grep's automaton has one. */
    private static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("a pattern takes too long", null, false, false);
        }
    }

    @Override
    public int run(Call call) throws IOException {
        Options options = Options.read(call.arguments(), "ivcnqEFwohH", "e");
        List<String> operands = new ArrayList<>(options.operands());
        if (operands.isEmpty()) {
            call.error("Usage: grep [OPTION]... PATTERNS [FILE]...");
            return TROUBLE;
        }
        try {
            Pattern pattern = pattern(options, operands.remove(0));
            return search(call, options, pattern, operands);
        } catch (PatternSyntaxException notAPattern) {
            call.error("grep: Invalid regular expression");
        } catch (Exhausted | StackOverflowError tooIntricate) {
            call.error("grep: regular expression too big");
        }
        return TROUBLE;
    }

    private static Pattern pattern(Options options, String wanted) {
        return Pattern.compile(options.has("F") ? Pattern.quote(wanted) : wanted,
                options.has("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    }

    private static int search(Call call, Options options, Pattern pattern, List<String> files) throws IOException {
        long found = 0;
        for (String file : files.isEmpty() ? List.of("-") : files) {
            String text;
            try {
                text = new String(TextPrograms.contentOf(call, file), StandardCharsets.UTF_8);
            } catch (FileProblem problem) {
                call.error("grep: " + file + ": " + problem.getMessage());
                return TROUBLE;
            }
            StringBuilder shown = new StringBuilder();
            Patience patience = new Patience(text.length());
            for (String line : text.lines().toList()) {
                if (pattern.matcher(patience.with(line)).find() != options.has("v")) {
                    found++;
                    shown.append(files.size() > 1 ? file + ":" : "").append(line).append('\n');
                }
            }
            if (!options.has("q") && !options.has("c")) {
                call.print(shown.toString());
            }
        }
        if (options.has("c")) {
            call.line(String.valueOf(found));
        }
        return found > 0 ? 0 : 1;
    }

    /** How often a pattern may look at a character of a file. */
    private static final class Patience {

        private static final int LEAST = 1_000_000;
        private static final int PER_CHARACTER = 100;

        private long left;

        Patience(int length) {
            left = LEAST + (long) length * PER_CHARACTER;
        }

        CharSequence with(String line) {
            return new Watched(line);
        }

        private final class Watched implements CharSequence {

            private final String text;

            Watched(String text) {
                this.text = text;
            }

            @Override
            public char charAt(int index) {
                if (--left < 0) {
                    throw new Exhausted();
                }
                return text.charAt(index);
            }

            @Override
            public int length() {
                return text.length();
            }

            @Override
            public CharSequence subSequence(int from, int to) {
                return text.substring(from, to);
            }

            @Override
            public String toString() {
                return text;
            }
        }
    }
}
