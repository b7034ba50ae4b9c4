package endpointlab.userdata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code test} and {@code [}: comparisons of strings, numbers and files. */
final class Test {

    private Test() {
    }

    static int run(Call call) throws IOException {
        List<String> operands = new ArrayList<>(call.arguments());
        if (call.name().equals("[") && (operands.isEmpty() || !operands.remove(operands.size() - 1).equals("]"))) {
            call.shell().complain(call.streams(), 1, "[: missing `]'");
            return 2;
        }
        boolean negated = !operands.isEmpty() && operands.get(0).equals("!");
        if (negated) {
            operands.remove(0);
        }
        Optional<Boolean> result = evaluate(call, operands);
        if (result.isEmpty()) {
            call.shell().complain(call.streams(), 1, call.name() + ": " + String.join(" ", operands)
                    + ": not understood");
            return 2;
        }
        return result.get() != negated ? 0 : 1;
    }

    private static Optional<Boolean> evaluate(Call call, List<String> operands) {
        return switch (operands.size()) {
            case 0 -> Optional.of(false);
            case 1 -> Optional.of(!operands.get(0).isEmpty());
            case 2 -> one(call, operands.get(0), operands.get(1));
            case 3 -> two(operands.get(0), operands.get(1), operands.get(2));
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> one(Call call, String operator, String operand) {
        Optional<FileEntry> entry = call.files().find(call.path(operand));
        return switch (operator) {
            case "-z" -> Optional.of(operand.isEmpty());
            case "-n" -> Optional.of(!operand.isEmpty());
            case "-e" -> Optional.of(entry.isPresent());
            case "-f" -> Optional.of(entry.isPresent() && !entry.get().isDirectory());
            case "-d" -> Optional.of(entry.isPresent() && entry.get().isDirectory());
            case "-s" -> Optional.of(entry.isPresent() && entry.get().size() > 0);
            case "-r" -> Optional.of(entry.isPresent() && entry.get().mayRead(call.user()));
            case "-w" -> Optional.of(entry.isPresent() && entry.get().mayWrite(call.user()));
            case "-x" -> Optional.of(entry.isPresent() && (entry.get().mode() & 0111) != 0);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> two(String left, String operator, String right) {
        if (operator.equals("=") || operator.equals("==")) {
            return Optional.of(left.equals(right));
        }
        if (operator.equals("!=")) {
            return Optional.of(!left.equals(right));
        }
        if (!left.strip().matches("-?\\d{1,18}") || !right.strip().matches("-?\\d{1,18}")) {
            return Optional.empty();
        }
        int compared = Long.compare(Long.parseLong(left.strip()), Long.parseLong(right.strip()));
        return switch (operator) {
            case "-eq" -> Optional.of(compared == 0);
            case "-ne" -> Optional.of(compared != 0);
            case "-lt" -> Optional.of(compared < 0);
            case "-le" -> Optional.of(compared <= 0);
            case "-gt" -> Optional.of(compared > 0);
            case "-ge" -> Optional.of(compared >= 0);
            default -> Optional.empty();
        };
    }
}
