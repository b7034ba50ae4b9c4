package endpointlab.app;

import endpointlab.clock.LabClock;
import endpointlab.i18n.Messages;
import endpointlab.cost.Spending;
import endpointlab.lab.CheckResult;
import endpointlab.lab.Identity;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceState;
import endpointlab.lab.StepState;
import endpointlab.preflight.PreflightLine;
import endpointlab.run.WaitInfo;
import endpointlab.run.WorkFound;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells a person: a line with a bar for each step, what checks saw, and what went wrong with its remedy. */
final class HumanReport implements Report {

    private static final int BAR = 20;

    private final Surroundings around;
    private final Messages texts;
    private final StatusLine line;
    private final int steps;
    private final Set<Integer> done = new HashSet<>();

    HumanReport(Surroundings around, Messages texts, Lab lab, StatusLine line) {
        this.around = around;
        this.texts = texts;
        this.line = line;
        this.steps = lab.steps().size();
    }

    @Override
    public void begin(LabState state, LabClock clock, boolean resumed) {
        line.start(clock);
        state.steps().forEach((step, was) -> {
            if (was.status() == StepState.Status.DONE) {
                done.add(step);
            }
        });
        String begun = state.inAws() ? "terminal.begin.aws" : "terminal.begin";
        print(texts.text(resumed ? "terminal.resumed" : begun, state.runId(), state.region(), clock.pace().name()));
    }

    @Override
    public void identity(Identity identity) {
        print(texts.text("terminal.identity", identity.accountId(), identity.arn(), identity.region()));
    }

    @Override
    public void preflight(PreflightLine line) {
        print(texts.text("terminal.preflight." + line.verdict().word(), texts.text(line.text(), line.arguments())));
        if (!line.remedy().isEmpty()) {
            print("      " + texts.text(line.remedy(), line.arguments()));
        }
        if (!line.detail().isEmpty()) {
            print("      " + line.detail());
        }
    }

    @Override
    public void step(int step, StepState.Status status, long millis) {
        String title = texts.text("step." + step + ".title");
        switch (status) {
            case RUNNING -> {
                done.remove(step);
                print(bar() + texts.text("terminal.step.running", String.valueOf(step), title));
            }
            case DONE -> {
                done.add(step);
                print(bar() + texts.text("terminal.step.done", String.valueOf(step), title, seconds(millis)));
            }
            default -> {
                String how = status == StepState.Status.CANCELLED ? "terminal.step.cancelled" : "terminal.step.failed";
                print(bar() + texts.text(how, String.valueOf(step), title, seconds(millis)));
            }
        }
    }

    @Override
    public void resource(String id, String kind, ResourceState state) {
        line.draw();
    }

    @Override
    public void waiting(WaitInfo wait) {
        line.waiting(wait);
    }

    @Override
    public void waitEnded(String id) {
        line.waitEnded(id);
    }

    @Override
    public void check(int step, CheckResult result) {
        print("    " + texts.text("terminal.check", String.valueOf(step)));
        print("    $ " + result.command());
        (result.body() + result.stderr()).lines().forEach(text -> print("    " + text));
        print("    " + texts.text(result.passed() ? "terminal.check.passed" : "terminal.check.differs",
                String.valueOf(result.exit())));
    }

    @Override
    public void problem(Problem problem) {
        line.clear();
        PrintStream err = around.err();
        err.print(texts.text("terminal.problem", texts.text(problem.cause(), problem.arguments())) + "\n");
        err.print(texts.text("terminal.remedy", texts.text(problem.remedy(), problem.arguments())) + "\n");
        if (!problem.detail().isEmpty() || !problem.requestId().isEmpty()) {
            err.print(texts.text("terminal.detail", problem.code(), problem.detail(), problem.requestId()) + "\n");
        }
        err.flush();
    }

    @Override
    public void badInput(List<String> sentences) {
        line.close();
        sentences.forEach(sentence -> around.err().print(sentence + "\n"));
        around.err().flush();
    }

    @Override
    public void nothingToDo(String sentence) {
        print(sentence);
        line.close();
    }

    @Override
    public void leftovers(List<Priced> leftovers) {
        for (Priced one : leftovers) {
            print("    " + texts.text("terminal.leftover", one.left().kind(), one.left().awsId()) + " "
                    + texts.text("terminal.leftover.cost", dollars(one.perHour())));
            if (!one.left().ours()) {
                print("      " + texts.text("terminal.leftover.not-ours"));
            }
            one.left().removal().lines().forEach(command -> print("      " + command));
        }
        if (!leftovers.isEmpty()) {
            print(texts.text("terminal.leftover.remedy"));
        }
    }

    @Override
    public void labs(List<FoundLab> labs) {
        FoundLabText text = new FoundLabText(texts);
        labs.forEach(lab -> print(text.line(lab)));
    }

    @Override
    public void work(WorkFound found) {
        new WorkText(texts).lines(found).forEach(this::print);
    }

    @Override
    public void keeping(Duration left) {
        print(texts.text("terminal.keeping", String.valueOf(left.toHours()), String.valueOf(left.toMinutesPart())));
    }

    @Override
    public void spending(Spending spending) {
        SpendingText.lines(spending, texts).forEach(this::print);
    }

    @Override
    public void ended(String sentence, End end) {
        line.close();
        print(sentence);
    }

    @Override
    public void end(End end) {
        line.close();
        String how = end.cancelled() ? "cancelled" : !end.ok() ? "failed"
                : end.leftover().isPresent() ? "clean" : "done";
        print(texts.text("terminal.end." + how, seconds(end.wallMs())));
    }

    private String bar() {
        int filled = done.size() * BAR / steps;
        return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] "
                + String.format(Locale.ROOT, "%2d/%d ", done.size(), steps);
    }

    private static String dollars(double perHour) {
        return String.format(Locale.ROOT, "%.4f", perHour);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    private void print(String text) {
        line.print(text);
    }
}
