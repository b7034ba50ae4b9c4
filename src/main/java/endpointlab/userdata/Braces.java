package endpointlab.userdata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brace expansion: {@code {a,b}} and {@code {1..5}}, in unquoted text. */
final class Braces {

    private static final Pattern GROUP = Pattern.compile("\\{([^{},]*(?:,[^{},]*)+|(-?\\d{1,6})\\.\\.(-?\\d{1,6}))\\}");
    private static final int MOST_WORDS = 10_000;

    private Braces() {
    }

    static List<Word> expand(Word word) {
        for (int i = 0; i < word.parts().size(); i++) {
            if (word.parts().get(i) instanceof Word.Text text && !text.quoted()) {
                Matcher group = GROUP.matcher(text.text());
                if (group.find()) {
                    return expand(word, i, group, text.text());
                }
            }
        }
        return List.of(word);
    }

    private static List<Word> expand(Word word, int part, Matcher group, String text) {
        List<Word> words = new ArrayList<>();
        for (String choice : choices(group)) {
            List<Word.Part> parts = new ArrayList<>(word.parts());
            parts.set(part, new Word.Text(
                    text.substring(0, group.start()) + choice + text.substring(group.end()), false));
            words.addAll(expand(new Word(parts)));
            if (words.size() > MOST_WORDS) {
                return List.of(word);
            }
        }
        return words;
    }

    private static List<String> choices(Matcher group) {
        if (group.group(2) == null) {
            return List.of(group.group(1).split(",", -1));
        }
        int from = Integer.parseInt(group.group(2));
        int to = Integer.parseInt(group.group(3));
        List<String> choices = new ArrayList<>();
        for (int i = 0; i <= Math.min(Math.abs(to - from), MOST_WORDS); i++) {
            choices.add(String.valueOf(from + (to < from ? -i : i)));
        }
        return choices;
    }
}
