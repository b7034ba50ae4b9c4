package endpointlab.userdata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brace expansion: {@code {a,b}} and {@code {1..5}}, in unquoted text. A word that would become very many, or very
 * much text, is left as it stands.
 */
final class Braces {

    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,6})\\.\\.(-?\\d{1,6})");
    private static final int MOST_WORDS = 10_000;
    private static final int MOST_CHARACTERS = 1 << 20;

    private Braces() {
    }

    /** One pair of braces, without a pair inside. */
    private record Group(int part, String text, int start, int end) {

        /** The text with one of the choices in place of the group. */
        Word with(Word word, String choice) {
            List<Word.Part> parts = new ArrayList<>(word.parts());
            parts.set(part, new Word.Text(text.substring(0, start) + choice + text.substring(end), false));
            return new Word(parts);
        }
    }

    static List<Word> expand(Word word) {
        List<Word> done = new ArrayList<>();
        Deque<Word> left = new ArrayDeque<>(List.of(word));
        long characters = 0;
        while (!left.isEmpty()) {
            Word next = left.pop();
            Optional<Group> group = firstGroup(next);
            if (group.isEmpty()) {
                done.add(next);
                continue;
            }
            List<String> choices = choices(group.get());
            characters += (long) choices.size() * group.get().text().length();
            if (characters > MOST_CHARACTERS || done.size() + left.size() + choices.size() > MOST_WORDS) {
                return List.of(word);
            }
            for (int i = choices.size() - 1; i >= 0; i--) {
                left.push(group.get().with(next, choices.get(i)));
            }
        }
        return done;
    }

    private static Optional<Group> firstGroup(Word word) {
        for (int i = 0; i < word.parts().size(); i++) {
            if (word.parts().get(i) instanceof Word.Text text && !text.quoted()) {
                Optional<Group> group = firstGroup(i, text.text());
                if (group.isPresent()) {
                    return group;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Group> firstGroup(int part, String text) {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                open = i;
            } else if (text.charAt(i) == '}' && open >= 0) {
                String inside = text.substring(open + 1, i);
                if (inside.indexOf(',') >= 0 || RANGE.matcher(inside).matches()) {
                    return Optional.of(new Group(part, text, open, i + 1));
                }
                open = -1;
            }
        }
        return Optional.empty();
    }

    private static List<String> choices(Group group) {
        String inside = group.text().substring(group.start() + 1, group.end() - 1);
        Matcher range = RANGE.matcher(inside);
        if (!range.matches()) {
            return List.of(inside.split(",", -1));
        }
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        List<String> choices = new ArrayList<>();
        for (int i = 0; i <= Math.min(Math.abs(to - from), MOST_WORDS); i++) {
            choices.add(String.valueOf(from + (to < from ? -i : i)));
        }
        return choices;
    }
}
