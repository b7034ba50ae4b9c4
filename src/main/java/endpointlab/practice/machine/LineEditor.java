package endpointlab.practice.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Edits one line at a time: echo, backspace, Ctrl-U, Ctrl-W, Ctrl-L and the arrow keys for earlier lines. */
final class LineEditor {

    private static final int LONGEST = 16 * 1024;
    private static final int REMEMBERED = 200;

    private final OutputStream out;
    private final List<String> history = new ArrayList<>();
    private final ByteArrayOutputStream character = new ByteArrayOutputStream();
    private final StringBuilder escape = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private String prompt = "";
    private int recalled;
    private boolean escaping;
    private boolean afterReturn;

    enum State {
        EDITING, LINE, CANCELLED, END
    }

    LineEditor(OutputStream out) {
        this.out = out;
    }

    void begin(String newPrompt) throws IOException {
        prompt = newPrompt;
        line.setLength(0);
        character.reset();
        recalled = history.size();
        show(prompt);
    }

    String line() {
        return line.toString();
    }

    /** Takes one byte as the client sent it. */
    State type(int oneByte) throws IOException {
        boolean secondOfPair = oneByte == '\n' && afterReturn;
        afterReturn = oneByte == '\r';
        if (secondOfPair) {
            return State.EDITING;
        }
        if (escaping) {
            continueEscape((char) oneByte);
            return State.EDITING;
        }
        switch (oneByte) {
            case '\r', '\n' -> {
                show("\n");
                remember();
                return State.LINE;
            }
            case 3 -> {
                show("^C\n");
                return State.CANCELLED;
            }
            case 4 -> {
                if (line.length() == 0) {
                    return State.END;
                }
            }
            case 8, 127 -> erase(1);
            case 21 -> erase(line.length());
            case 23 -> erase(line.length() - line.toString().replaceFirst("\\S+\\s*$", "").length());
            case 12 -> show("\u001b[H\u001b[2J" + prompt + line);
            case 27 -> escaping = true;
            default -> insert(oneByte);
        }
        return State.EDITING;
    }

    private void remember() {
        if (!line.toString().isBlank() && !prompt.isEmpty()) {
            history.add(line.toString());
            if (history.size() > REMEMBERED) {
                history.remove(0);
            }
        }
    }

    /** Up and down arrows are understood, other sequences are dropped. */
    private void continueEscape(char c) throws IOException {
        escape.append(c);
        boolean introduced = escape.length() == 1 && (c == '[' || c == 'O');
        boolean parameter = escape.length() > 1 && (Character.isDigit(c) || c == ';');
        if (introduced || parameter) {
            return;
        }
        escaping = false;
        escape.setLength(0);
        if (c == 'A' && recalled > 0) {
            recall(recalled - 1);
        } else if (c == 'B' && recalled < history.size()) {
            recall(recalled + 1);
        }
    }

    private void recall(int index) throws IOException {
        erase(line.length());
        recalled = index;
        line.append(index < history.size() ? history.get(index) : "");
        show(line.toString());
    }

    /** A character may come in several bytes. */
    private void insert(int oneByte) throws IOException {
        if (oneByte < 32 && oneByte != '\t' || line.length() >= LONGEST) {
            return;
        }
        character.write(oneByte);
        byte[] bytes = character.toByteArray();
        if (bytes.length < lengthOfCharacter(bytes[0] & 255)) {
            return;
        }
        character.reset();
        String text = new String(bytes, StandardCharsets.UTF_8);
        line.append(text);
        show(text);
    }

    private static int lengthOfCharacter(int first) {
        return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private void erase(int chars) throws IOException {
        for (int left = chars; left > 0 && line.length() > 0; ) {
            int start = line.offsetByCodePoints(line.length(), -1);
            int width = isWide(line.codePointAt(start)) ? 2 : 1;
            left -= line.length() - start;
            line.setLength(start);
            show("\b \b".repeat(width));
        }
    }

    /** Whether a terminal shows it in two columns, as Japanese characters. */
    private static boolean isWide(int codePoint) {
        return codePoint >= 0x1100 && codePoint <= 0x115F || codePoint >= 0x2E80 && codePoint <= 0xA4CF
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3 || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0xFE30 && codePoint <= 0xFE6F || codePoint >= 0xFF00 && codePoint <= 0xFF60
                || codePoint >= 0xFFE0 && codePoint <= 0xFFE6 || codePoint >= 0x1F300;
    }

    private void show(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
