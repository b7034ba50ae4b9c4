package endpointlab.app;

import endpointlab.aws.MfaPrompt;
import endpointlab.i18n.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Asks whoever sits at the terminal; where nobody does, there is no answer. */
final class Asking implements MfaPrompt {

    private final Surroundings around;
    private final Messages texts;

    Asking(Surroundings around, Messages texts) {
        this.around = around;
        this.texts = texts;
    }

    /** Whether somebody said yes. */
    boolean agreed(String question) {
        return answer(question).map(answer -> answer.toLowerCase(Locale.ROOT)).filter(answer ->
                answer.equals("y") || answer.equals("yes") || answer.equals("はい")).isPresent();
    }

    /** The device shows a code that is worthless half a minute later, so it may be seen while it is typed. */
    @Override
    public Optional<String> code(String serial) {
        return answer(texts.text("terminal.mfa", serial));
    }

    private Optional<String> answer(String question) {
        if (!around.interactive()) {
            return Optional.empty();
        }
        around.err().print("\n" + question + " ");
        around.err().flush();
        try {
            return Optional.of(line(around.in()).strip()).filter(line -> !line.isEmpty());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Reads no further than the line's end: what follows belongs to others. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
