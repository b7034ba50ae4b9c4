package endpointlab.userdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs that print, read or pick text. */
final class TextPrograms {

    /** So many characters are written at once. */
    private static final int PIECE = 8192;

    private TextPrograms() {
    }

    static void addTo(Map<String, Program> programs) {
        programs.put("echo", TextPrograms::echo);
        programs.put("printf", TextPrograms::printf);
        programs.put("cat", TextPrograms::cat);
        programs.put("tee", TextPrograms::tee);
        programs.put("head", call -> ends(call, true));
        programs.put("tail", new Tail());
        programs.put("wc", TextPrograms::count);
        programs.put("grep", new Grep());
        programs.put("seq", TextPrograms::sequence);
        programs.put("test", Test::run);
        programs.put("[", Test::run);
    }

    private static int echo(Call call) throws IOException {
        List<String> words = new ArrayList<>(call.arguments());
        boolean newline = true;
        boolean escapes = false;
        while (!words.isEmpty() && words.get(0).matches("-[neE]+")) {
            String flags = words.remove(0);
            newline &= !flags.contains("n");
            escapes |= flags.contains("e");
        }
        String text = String.join(" ", words);
        call.print((escapes ? Escapes.expand(text) : text) + (newline ? "\n" : ""));
        return 0;
    }

    /** The format is repeated as long as arguments are left. */
    private static int printf(Call call) throws IOException {
        if (call.arguments().isEmpty()) {
            call.error("printf: usage: printf [-v var] format [arguments]");
            return 2;
        }
        String format = Escapes.expand(call.arguments().get(0));
        List<String> values = new ArrayList<>(call.arguments().subList(1, call.arguments().size()));
        Pattern directive = Pattern.compile("%(-?)(0?)(\\d{0,3})([sdb%])");
        do {
            int before = values.size();
            call.print(directive.matcher(format).replaceAll(found -> {
                boolean percent = found.group(4).equals("%");
                String value = percent ? "%" : values.isEmpty() ? "" : values.remove(0);
                int width = found.group(3).isEmpty() ? 0 : Integer.parseInt(found.group(3));
                boolean zeros = found.group(4).equals("d") && !found.group(2).isEmpty();
                return Matcher.quoteReplacement(padded(value, width, !found.group(1).isEmpty(), zeros));
            }));
            if (values.size() == before) {
                break;
            }
        } while (!values.isEmpty());
        return 0;
    }

    private static String padded(String value, int width, boolean left, boolean zeros) {
        String padding = (zeros && !left ? "0" : " ").repeat(Math.max(0, width - value.length()));
        boolean negative = zeros && !left && value.startsWith("-");
        return left ? value + padding : negative ? "-" + padding + value.substring(1) : padding + value;
    }

    private static int cat(Call call) throws IOException {
        Options options = Options.read(call.arguments(), "nAbesTuv", "");
        if (options.operands().isEmpty()) {
            call.streams().in().transferTo(call.streams().out());
            return 0;
        }
        int status = 0;
        for (String file : options.operands()) {
            try {
                call.streams().out().write(contentOf(call, file));
            } catch (FileProblem problem) {
                call.error("cat: " + file + ": " + problem.getMessage());
                status = 1;
            }
        }
        return status;
    }

    static byte[] contentOf(Call call, String file) throws IOException {
        return switch (file) {
            case "-", "/dev/stdin" -> call.streams().in().readAllBytes();
            case "/dev/null" -> new byte[0];
            default -> {
                byte[] content = call.files().read(call.path(file), call.user());
                call.shell().limits().move(content.length);
                yield content;
            }
        };
    }

    private static int tee(Call call) throws IOException {
        Options options = Options.read(call.arguments(), "aip", "");
        byte[] content = call.streams().in().readAllBytes();
        int status = 0;
        for (String file : options.operands()) {
            try {
                if (!file.equals("/dev/null")) {
                    call.files().write(call.path(file), content, options.has("a"), call.user(), call.host().now());
                }
            } catch (FileProblem problem) {
                call.error("tee: " + file + ": " + problem.getMessage());
                status = 1;
            }
        }
        call.streams().out().write(content);
        return status;
    }

    /** The first or last lines of files. */
    static int ends(Call call, boolean first) throws IOException {
        List<String> arguments = call.arguments().stream().map(a -> a.matches("-\\d+") ? "-n" + a.substring(1) : a)
                .toList();
        Options options = Options.read(arguments, "qvfF", "nc");
        String number = options.value("n").orElse("10").replaceFirst("^[+-]", "");
        if (!number.matches("\\d{1,9}")) {
            call.error(call.name() + ": invalid number of lines: ‘" + number + "’");
            return 1;
        }
        int count = Integer.parseInt(number);
        int status = 0;
        for (String file : options.operands().isEmpty() ? List.of("-") : options.operands()) {
            try {
                String text = new String(contentOf(call, file), StandardCharsets.UTF_8);
                List<String> lines = Arrays.asList(text.split("(?<=\n)"));
                int from = first ? 0 : Math.max(0, lines.size() - count);
                call.print(String.join("", lines.subList(from, first ? Math.min(count, lines.size()) : lines.size())));
            } catch (FileProblem problem) {
                call.error(call.name() + ": cannot open '" + file + "' for reading: " + problem.getMessage());
                status = 1;
            }
        }
        return status;
    }

    private static int count(Call call) throws IOException {
        Options options = Options.read(call.arguments(), "lwcm", "");
        for (String file : options.operands().isEmpty() ? List.of("-") : options.operands()) {
            byte[] content;
            try {
                content = contentOf(call, file);
            } catch (FileProblem problem) {
                call.error("wc: " + file + ": " + problem.getMessage());
                return 1;
            }
            String text = new String(content, StandardCharsets.UTF_8);
            List<String> counts = new ArrayList<>();
            boolean all = options.values().isEmpty();
            if (all || options.has("l")) {
                counts.add(String.valueOf(text.chars().filter(c -> c == '\n').count()));
            }
            if (all || options.has("w")) {
                counts.add(String.valueOf(text.isBlank() ? 0 : text.strip().split("\\s+").length));
            }
            if (all || options.has("c")) {
                counts.add(String.valueOf(content.length));
            }
            call.line(String.join(" ", counts) + (file.equals("-") ? "" : " " + file));
        }
        return 0;
    }

    private static int sequence(Call call) throws IOException {
        List<String> numbers = call.arguments();
        if (numbers.isEmpty() || numbers.size() > 2 || !numbers.stream().allMatch(n -> n.matches("-?\\d{1,6}"))) {
            call.error("seq: invalid arguments");
            return 1;
        }
        int from = numbers.size() == 2 ? Integer.parseInt(numbers.get(0)) : 1;
        int to = Integer.parseInt(numbers.get(numbers.size() - 1));
        StringBuilder lines = new StringBuilder();
        for (int i = from; i <= to; i++) {
            lines.append(i).append('\n');
            if (lines.length() >= PIECE || i == to) {
                call.print(lines.toString());
                lines.setLength(0);
            }
        }
        return 0;
    }
}
