package endpointlab.app;

import endpointlab.i18n.Messages;
import endpointlab.lab.Difference;
import endpointlab.lab.HandMade;
import endpointlab.run.WorkFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what was found of something made by hand. */
final class WorkText {

    private final Messages texts;

    WorkText(Messages texts) {
        this.texts = texts;
    }

    List<String> lines(WorkFound found) {
        List<String> lines = new ArrayList<>();
        String kind = texts.text("start.kind." + found.spec().kind());
        String verdict = found.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String ids = found.candidates().stream().map(HandMade::awsId).collect(Collectors.joining(", "));
        lines.add(texts.text("terminal.work." + verdict, kind, ids));
        if (found.verdict() == WorkFound.Verdict.FOUND) {
            HandMade one = found.candidates().get(0);
            lines.add("      " + texts.text("terminal.work.by." + one.how().name().toLowerCase(Locale.ROOT)));
            one.differences().forEach(difference -> lines.add("      " + line(difference)));
            if (one.differences().isEmpty() && found.problem().isEmpty()) {
                lines.add("      " + texts.text("terminal.work.as-planned"));
            }
        }
        found.problem().ifPresent(problem -> {
            lines.add("      " + texts.text(problem.cause(), problem.arguments()));
            lines.add("      " + texts.text(problem.remedy(), problem.arguments()));
        });
        return lines;
    }

    private String line(Difference difference) {
        String nothing = texts.text("terminal.work.nothing");
        return texts.text(HandMade.matters(difference) ? "terminal.work.differs" : "terminal.work.other",
                difference.setting(), difference.expected().isEmpty() ? nothing : difference.expected(),
                difference.found().isEmpty() ? nothing : difference.found());
    }
}
