package endpointlab.userdata;

import java.util.List;
import java.util.Optional;

/** A word of a script before its expansion. */
record Word(List<Part> parts) implements RedirectionTarget {

    /** A piece of a word; quoted pieces are neither split nor matched against file names. */
    sealed interface Part {
    }

    record Text(String text, boolean quoted) implements Part {
    }

    /** @param fallback what stands for an empty or unset variable, {@code ${name:-fallback}} */
    record Variable(String name, Optional<Word> fallback, boolean quoted) implements Part {
    }

    record Substitution(Node body, boolean quoted) implements Part {
    }

    record Arithmetic(Word expression, boolean quoted) implements Part {
    }

    static Word literal(String text) {
        return new Word(List.of(new Text(text, true)));
    }

    /** The word if it is plain unquoted text, such as a keyword. */
    Optional<String> plain() {
        return parts.size() == 1 && parts.get(0) instanceof Text text && !text.quoted()
                ? Optional.of(text.text()) : Optional.empty();
    }

    @Override
    public Word word() {
        return this;
    }
}
