package endpointlab.userdata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Turns words into arguments: braces, tilde, variables, substitutions, field splitting, file names. */
final class Expander {

    private static final int LONGEST = 256 * 1024;

    private final Shell shell;

    Expander(Shell shell) {
        this.shell = shell;
    }

    List<String> fields(List<Word> words, Streams streams) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>();
        for (Word word : words) {
            for (Word single : Braces.expand(word)) {
                for (Field field : split(single, streams)) {
                    fields.addAll(field.fileNames(shell.host().files(), shell.environment().directory()));
                }
            }
            if (fields.size() > LONGEST / 8) {
                throw new ExpansionProblem("Argument list too long");
            }
        }
        return fields;
    }

    /** One string, neither split nor matched: the value of an assignment, the target of a redirection. */
    String string(Word word, Streams streams) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        boolean first = true;
        for (Word.Part part : word.parts()) {
            String piece = value(part, streams);
            text.append(first && isUnquoted(part) ? tilde(piece) : piece);
            checkLength(text);
            first = false;
        }
        return text.toString();
    }

    private List<Field> split(Word word, Streams streams) throws IOException, InterruptedException {
        List<Field> fields = new ArrayList<>();
        Field current = null;
        for (Word.Part part : word.parts()) {
            if (part instanceof Word.Variable variable && variable.name().equals("@") && variable.quoted()) {
                for (String argument : shell.environment().arguments()) {
                    current = new Field();
                    current.append(argument, true);
                    fields.add(current);
                }
                continue;
            }
            String value = value(part, streams);
            if (part instanceof Word.Text text) {
                value = fields.isEmpty() && !text.quoted() ? tilde(value) : value;
                current = current == null ? started(fields) : current;
                current.append(value, text.quoted());
            } else if (isQuoted(part)) {
                current = current == null ? started(fields) : current;
                current.append(value, true);
            } else {
                current = splitInto(fields, current, value);
            }
            if (current != null) {
                checkLength(current.text());
            }
        }
        return fields;
    }

    private static Field started(List<Field> fields) {
        Field field = new Field();
        fields.add(field);
        return field;
    }

    private static Field splitInto(List<Field> fields, Field open, String value) {
        Field current = open;
        if (!value.isEmpty() && Character.isWhitespace(value.charAt(0))) {
            current = null;
        }
        String[] pieces = value.strip().split("\\s+");
        for (int i = 0; i < pieces.length && !pieces[i].isEmpty(); i++) {
            current = current == null || i > 0 ? started(fields) : current;
            current.append(pieces[i], false);
        }
        boolean endsBlank = !value.isEmpty() && Character.isWhitespace(value.charAt(value.length() - 1));
        return endsBlank ? null : current;
    }

    private String value(Word.Part part, Streams streams) throws IOException, InterruptedException {
        if (part instanceof Word.Text text) {
            return text.text();
        }
        if (part instanceof Word.Variable variable) {
            String value = shell.variable(variable.name());
            return value.isEmpty() && variable.fallback().isPresent()
                    ? string(variable.fallback().get(), streams) : value;
        }
        if (part instanceof Word.Arithmetic arithmetic) {
            return new Arithmetic(string(arithmetic.expression(), streams), shell::variable).value();
        }
        return shell.capture(((Word.Substitution) part).body(), streams);
    }

    private static boolean isQuoted(Word.Part part) {
        return part instanceof Word.Variable variable && variable.quoted()
                || part instanceof Word.Substitution substitution && substitution.quoted()
                || part instanceof Word.Arithmetic arithmetic && arithmetic.quoted();
    }

    private static boolean isUnquoted(Word.Part part) {
        return part instanceof Word.Text text && !text.quoted();
    }

    private String tilde(String text) {
        String home = shell.variable("HOME");
        return text.equals("~") || text.startsWith("~/") ? home + text.substring(1) : text;
    }

    private static void checkLength(CharSequence text) throws ExpansionProblem {
        if (text.length() > LONGEST) {
            throw new ExpansionProblem("Argument list too long");
        }
    }
}
