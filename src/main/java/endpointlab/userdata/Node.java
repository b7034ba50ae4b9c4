package endpointlab.userdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts a script is parsed into. */
sealed interface Node {

    /** A command with its words; {@code line} counts from 1. */
    record Simple(int line, List<Assignment> assignments, List<Word> words, List<Redirection> redirections)
            implements Node {
    }

    record Assignment(String name, Word value) {

        /** The assignment that a word is, such as {@code NAME=value}. */
        static Optional<Assignment> from(Word word) {
            if (word.parts().isEmpty() || !(word.parts().get(0) instanceof Word.Text first) || first.quoted()
                    || !first.text().matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*")) {
                return Optional.empty();
            }
            int equals = first.text().indexOf('=');
            List<Word.Part> value = new ArrayList<>(word.parts());
            value.set(0, new Word.Text(first.text().substring(equals + 1), false));
            return Optional.of(new Assignment(first.text().substring(0, equals), new Word(value)));
        }
    }

    record Pipeline(List<Node> stages, boolean negated) implements Node {
    }

    record AndOr(Node left, boolean and, Node right) implements Node {
    }

    record Sequence(List<Node> steps) implements Node {
    }

    record If(List<Branch> branches, Optional<Node> otherwise) implements Node {
    }

    record Branch(Node condition, Node body) {
    }

    record For(String variable, List<Word> words, Node body) implements Node {
    }

    /** @param until whether it goes on while the condition is false */
    record While(Node condition, boolean until, Node body) implements Node {
    }

    record Subshell(Node body) implements Node {
    }

    record Function(String name, Node body) implements Node {
    }

    record Redirected(Node body, List<Redirection> redirections) implements Node {
    }

    /** What a redirection does. */
    enum RedirectionKind {
        READ, WRITE, APPEND, DUPLICATE, HERE
    }

    /**
     * @param descriptor 0, 1 or 2; -1 for both outputs ({@code &>})
     * @param target     file name, number of another descriptor, or the text itself for {@code HERE}
     */
    record Redirection(int descriptor, RedirectionKind kind, RedirectionTarget target) {
    }
}
