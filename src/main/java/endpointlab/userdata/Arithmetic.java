package endpointlab.userdata;

import java.util.function.UnaryOperator;

/** Integer arithmetic of {@code $((…))}: numbers, variables, {@code + - * / %} and parentheses. */
final class Arithmetic {

    private final String text;
    private final UnaryOperator<String> variables;
    private int at;
    private int depth;

    Arithmetic(String text, UnaryOperator<String> variables) {
        this.text = text;
        this.variables = variables;
    }

    /** @throws ExpansionProblem with bash's words if it is no expression */
    String value() throws ExpansionProblem {
        long value = sum();
        skipBlanks();
        if (at < text.length()) {
            throw problem("syntax error in expression");
        }
        return Long.toString(value);
    }

    private long sum() throws ExpansionProblem {
        long value = product();
        while (true) {
            if (take('+')) {
                value += product();
            } else if (take('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private long product() throws ExpansionProblem {
        long value = operand();
        while (true) {
            if (take('*')) {
                value *= operand();
            } else if (take('/')) {
                value /= divisor();
            } else if (take('%')) {
                value %= divisor();
            } else {
                return value;
            }
        }
    }

    private long divisor() throws ExpansionProblem {
        long divisor = operand();
        if (divisor == 0) {
            throw problem("division by 0");
        }
        return divisor;
    }

    private long operand() throws ExpansionProblem {
        if (++depth > 1000) {
            throw problem("expression recursion level exceeded");
        }
        if (take('-')) {
            return -operand();
        }
        if (take('(')) {
            long value = sum();
            if (!take(')')) {
                throw problem("missing `)'");
            }
            return value;
        }
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String token = text.substring(start, at);
        if (token.isEmpty()) {
            throw problem("syntax error: operand expected");
        }
        return Character.isDigit(token.charAt(0)) ? number(token) : number(orZero(variables.apply(token)));
    }

    private static String orZero(String value) {
        return value.isBlank() ? "0" : value.strip();
    }

    private long number(String digits) throws ExpansionProblem {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException notANumber) {
            throw new ExpansionProblem(digits + ": value too great or not a number");
        }
    }

    private boolean take(char c) {
        skipBlanks();
        boolean here = at < text.length() && text.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private ExpansionProblem problem(String what) {
        return new ExpansionProblem(text + ": " + what);
    }
}
