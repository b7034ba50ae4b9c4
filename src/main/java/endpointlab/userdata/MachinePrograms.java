package endpointlab.userdata;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Programs that tell of the machine and its clock. */
final class MachinePrograms {

    static final String KERNEL = "6.1.141-155.222.amzn2023.x86_64";

    private static final Pattern DATE_FIELD = Pattern.compile("%([YmdHMSFTyjeZszNABabp%])");

    /** For ever, to a person; more would lead out of what a date can be. */
    private static final Duration LONGEST_SLEEP = Duration.ofDays(36_500);

    private MachinePrograms() {
    }

    static void addTo(Map<String, Program> programs) {
        programs.put("hostname", MachinePrograms::hostName);
        programs.put("hostnamectl", call -> say(call, " Static hostname: " + call.host().fullName()
                + "\nOperating System: Amazon Linux 2023\n          Kernel: Linux " + KERNEL
                + "\n    Architecture: x86-64"));
        programs.put("uname", MachinePrograms::kernel);
        programs.put("date", MachinePrograms::date);
        programs.put("uptime", MachinePrograms::uptime);
        programs.put("sleep", MachinePrograms::sleep);
        programs.put("clear", call -> {
            call.print("\u001b[H\u001b[2J\u001b[3J");
            return 0;
        });
    }

    private static int say(Call call, String text) throws IOException {
        call.line(text);
        return 0;
    }

    private static int hostName(Call call) throws IOException {
        Options options = Options.read(call.arguments(), "fIisd", "");
        if (options.has("I") || options.has("i")) {
            return say(call, call.host().address() + (options.has("I") ? " " : ""));
        }
        if (options.has("s")) {
            return say(call, call.host().shortName());
        }
        if (!options.operands().isEmpty()) {
            call.error("hostname: you must be root to change the host name");
            return 1;
        }
        return say(call, call.host().fullName());
    }

    private static int kernel(Call call) throws IOException {
        Options options = Options.read(call.arguments(), "asnrvmpio", "");
        if (options.has("a")) {
            return say(call, "Linux " + call.host().fullName() + " " + KERNEL
                    + " #1 SMP PREEMPT_DYNAMIC x86_64 x86_64 x86_64 GNU/Linux");
        }
        if (options.has("r")) {
            return say(call, KERNEL);
        }
        if (options.has("n")) {
            return say(call, call.host().fullName());
        }
        return say(call, options.has("m") || options.has("p") ? "x86_64" : options.has("o") ? "GNU/Linux" : "Linux");
    }

    private static int date(Call call) throws IOException {
        ZonedDateTime now = call.host().now().atZone(ZoneOffset.UTC);
        List<String> formats = call.arguments().stream().filter(word -> word.startsWith("+")).toList();
        return say(call, formats.isEmpty() ? format("%a %b %e %T UTC %Y", now)
                : format(formats.get(0).substring(1), now));
    }

    private static String format(String format, ZonedDateTime when) {
        return DATE_FIELD.matcher(format).replaceAll(field -> switch (field.group(1)) {
            case "F" -> DateTimeFormatter.ISO_LOCAL_DATE.format(when);
            case "T" -> pattern("HH:mm:ss", when);
            case "Z" -> "UTC";
            case "s" -> String.valueOf(when.toEpochSecond());
            case "e" -> String.format(Locale.ROOT, "%2d", when.getDayOfMonth());
            case "%" -> "%";
            default -> pattern(Map.ofEntries(Map.entry("Y", "yyyy"), Map.entry("m", "MM"), Map.entry("d", "dd"),
                    Map.entry("H", "HH"), Map.entry("M", "mm"), Map.entry("S", "ss"), Map.entry("y", "yy"),
                    Map.entry("j", "DDD"), Map.entry("N", "nnnnnnnnn"), Map.entry("A", "EEEE"),
                    Map.entry("a", "EEE"), Map.entry("B", "MMMM"), Map.entry("b", "MMM"),
                    Map.entry("p", "a")).get(field.group(1)), when);
        });
    }

    private static String pattern(String pattern, ZonedDateTime when) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(when);
        } catch (DateTimeException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    private static int uptime(Call call) throws IOException {
        Duration up = Duration.between(call.host().bootedAt(), call.host().now());
        String time = up.toHours() > 0 ? String.format(Locale.ROOT, "%d:%02d", up.toHours(), up.toMinutesPart())
                : up.toMinutes() + " min";
        return say(call, " " + format("%T", call.host().now().atZone(ZoneOffset.UTC)) + " up " + time
                + ",  1 user,  load average: 0.00, 0.01, 0.00");
    }

    private static int sleep(Call call) throws IOException, InterruptedException {
        if (call.arguments().isEmpty()) {
            call.error("sleep: missing operand");
            return 1;
        }
        Duration whole = Duration.ZERO;
        for (String operand : call.arguments()) {
            if (!operand.matches("\\d{1,6}(\\.\\d{1,6})?[smhd]?")) {
                call.error("sleep: invalid time interval ‘" + operand + "’");
                return 1;
            }
            char unit = operand.charAt(operand.length() - 1);
            long factor = unit == 'm' ? 60 : unit == 'h' ? 3600 : unit == 'd' ? 86_400 : 1;
            BigDecimal seconds = new BigDecimal(operand.replaceAll("[smhd]", "")).multiply(BigDecimal.valueOf(factor));
            whole = whole.plusMillis(seconds.movePointRight(3).longValue());
        }
        call.host().pause(whole.compareTo(LONGEST_SLEEP) < 0 ? whole : LONGEST_SLEEP);
        return 0;
    }
}
