package endpointlab.app;

import endpointlab.i18n.Messages;
import endpointlab.lab.Finding;
import java.util.List;

/** What was asked on the command line can't be done; nothing was. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Sentence> sentences;

    /** One sentence that says what is wrong and how to put it right. */
    private record Sentence(String text, List<String> arguments) {
    }

    private BadInput(List<Sentence> sentences) {
        super(sentences.toString());
        this.sentences = List.copyOf(sentences);
    }

    /** @param text end of the key of the sentence */
    static BadInput of(String text, String... arguments) {
        return new BadInput(List.of(new Sentence("terminal.bad." + text, List.of(arguments))));
    }

    static BadInput of(List<Finding> findings) {
        return new BadInput(findings.stream()
                .map(finding -> new Sentence(finding.text(), finding.arguments())).toList());
    }

    List<String> sentences(Messages texts) {
        return sentences.stream().map(sentence -> texts.text(sentence.text(), sentence.arguments())).toList();
    }
}
