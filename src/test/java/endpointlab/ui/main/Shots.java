package endpointlab.ui.main;

import endpointlab.lab.Difference;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.RunResult;
import endpointlab.run.WaitInfo;
import endpointlab.ui.account.FakeLabs;
import endpointlab.ui.shared.SweepListener.End;
import endpointlab.ui.shared.SweepListener.How;
import endpointlab.ui.shared.SweepListener.Progress;
import endpointlab.ui.start.FakeDesk;
import endpointlab.ui.start.Labs;
import endpointlab.ui.wizard.WizardModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;

/** Every screen of the app, in the states that look different. */
final class Shots {

    private static final Duration A_WHILE = Duration.ofSeconds(72);

    private final Gallery gallery;
    private final Course course;
    private final List<Shot> shots = new ArrayList<>();

    /** @param show is run on the JavaFX thread, once for each picture or once for several */
    record Shot(String name, Runnable show, boolean small, boolean beside) {
    }

    Shots(Gallery gallery, Course course) {
        this.gallery = gallery;
        this.course = course;
        outside();
        steps();
        decisions();
        checks();
        troubles();
        cleanUp();
        beside();
        small();
    }

    List<Shot> all() {
        return shots;
    }

    private void add(String name, Runnable show) {
        shots.add(new Shot(name, show, false, false));
    }

    private void outside() {
        add("start-first", () -> gallery.start(new FakeDesk()));
        add("start", () -> gallery.start(new FakeDesk().with(Labs.summary(Labs.doneUpTo("aaaa1111", 8)))));
        add("start-many", () -> gallery.start(new FakeDesk().with(Labs.summary(Labs.failedAt("bbbb2222", 3)),
                Labs.damaged("cccc3333"), Labs.summary(Labs.finished("dddd4444")))));
        IntStream.rangeClosed(1, 6).forEach(number -> add("concept-" + number, () -> gallery.concept(number)));
        add("account", () -> gallery.account(false));
        add("account-full", () -> gallery.account(true));
        add("aws-reminder", () -> gallery.inAws(course.lab(), course.done(), 16));
        add("aws-close", () -> {
            gallery.inAws(course.lab(), course.done(), 16);
            gallery.window().mayClose(() -> { });
        });
        labsLeft();
        add("settings", gallery::settings);
        add("shortcuts", () -> gallery.shortcuts(new FakeDesk()));
    }

    private void labsLeft() {
        add("labs-left", () -> gallery.labsLeft(true, view -> view.model().chooseAll(true)));
        add("labs-left-none", () -> gallery.labsLeft(false, view -> { }));
        add("labs-left-question", () -> gallery.labsLeft(true, view -> {
            view.model().chooseAll(true);
            ((Button) view.lookup("#sweep-clean-up")).fire();
        }));
        add("labs-left-cleaning", () -> gallery.labsLeft(true, view -> {
            view.model().chooseAll(true);
            view.model().cleanUp();
            gallery.labs().listener().progress("7f3c0412", new Progress(9, "load-balancer", Optional.of(
                    new WaitInfo("load-balancer", "wait.load-balancer-gone", "wait.load-balancer-gone.why",
                            course.end(), Duration.ofSeconds(150), ""))));
        }));
        add("labs-left-closing", () -> gallery.labsLeft(true, view -> {
            view.model().chooseAll(true);
            view.model().cleanUp();
            gallery.window().mayClose(() -> { });
        }));
        add("labs-left-ended", () -> gallery.labsLeft(true, view -> {
            view.model().chooseAll(true);
            view.model().cleanUp();
            gallery.labs().listener().ended("7f3c0412", new End(How.DONE, List.of(), List.of()));
            gallery.labs().listener().ended("b81d22e0",
                    FakeLabs.held("vpc-0a9b8c7d6e5f40312", "sg-0d1e2f3a4b5c6d7e8"));
            gallery.labs().listener().ended("c0ffee42", new End(How.CANCELLED, List.of(), List.of()));
            gallery.labs().end();
        }));
    }

    private void steps() {
        add("step-01-new", () -> open(course.fresh(), 1));
        add("by-hand-fits", () -> {
            open(course.fresh(), 1);
            gallery.madeByHand(course.lab().lab().resource("service-vpc"));
        });
        add("by-hand-differs", () -> {
            open(course.fresh(), 1);
            gallery.madeByHand(course.lab().lab().resource("service-vpc"),
                    new Difference("CidrBlock", "10.0.0.0/16", "10.9.0.0/16"),
                    new Difference("Name", "Service_Network", "my-first-vpc"));
        });
        add("step-06-form", () -> {
            WizardModel model = open(course.fresh(), 6);
            model.form().field("step-6.name").textProperty().set("");
        });
        add("step-06-user-data", () -> {
            open(course.fresh(), 6);
            gallery.wizard().selectTab(2);
            gallery.wizard().applyCss();
            gallery.wizard().layout();
            Scrolling.to(gallery.wizard().lookup(".form .text-area"));
        });
        add("step-06-cli", () -> {
            open(course.fresh(), 6);
            gallery.wizard().selectTab(3);
        });
        add("step-07-running", this::makingLoadBalancer);
        add("step-07-page", () -> {
            WizardModel model = open(course.fourteenDone(), 7);
            gallery.calls(course.journal().calls());
            ended(model, course.fourteenDone(), 7);
        });
        add("step-07-api", () -> {
            open(course.fourteenDone(), 7);
            gallery.calls(course.journal().calls());
            gallery.wizard().selectTab(4);
        });
        add("step-07-cli", () -> {
            open(course.fourteenDone(), 7);
            gallery.wizard().selectTab(3);
        });
        add("step-07-question", () -> {
            makingLoadBalancer();
            gallery.wizard().askCancel();
        });
    }

    private WizardModel open(LabState state, int step) {
        return gallery.lab(course.lab(), state, course.end(), step);
    }

    private void makingLoadBalancer() {
        WaitInfo wait = course.loadBalancerWait();
        WizardModel model = gallery.lab(course.lab(), course.sixDone(), wait.since().plus(A_WHILE), 7);
        model.runStep();
        gallery.change(course.makingLoadBalancer());
        gallery.waiting(wait);
        gallery.calls(course.journal().calls().stream().filter(call -> call.at().isBefore(wait.since())).toList());
    }

    /** As if {@code step} had been run a moment ago and had come to {@code state}. */
    private void ended(WizardModel model, LabState state, int step) {
        StepState done = state.steps().get(step);
        gallery.change(state.withStep(step, StepState.OPEN));
        model.runStep();
        gallery.change(state.withStep(step, done));
        gallery.end(done.status() == StepState.Status.DONE ? RunResult.Outcome.DONE : RunResult.Outcome.FAILED);
    }

    private void decisions() {
        add("step-15-asked", this::asked);
        add("step-15-rejected", () -> open(course.rejected(), 15));
    }

    private void asked() {
        Instant then = course.asked().resource("endpoint").statusAt();
        gallery.lab(course.lab(), course.asked(), then.plus(A_WHILE), 15);
    }

    private void checks() {
        add("step-16-passed", () -> open(course.done(), 16));
        add("step-16-stopped", () -> {
            LabState state = course.stopped();
            gallery.lab(course.troubled(), state, now(state), 16);
        });
    }

    private static Instant now(LabState state) {
        return state.steps().get(16).finishedAt().plus(A_WHILE);
    }

    private void troubles() {
        add("step-16-elsewhere", () -> {
            Problem elsewhere = new Problem(Problem.SSH_FROM_ELSEWHERE, "problem.ssh-from-elsewhere.cause",
                    "problem.ssh-from-elsewhere.remedy", List.of("44.199.121.238", "203.0.113.10/32",
                    "198.51.100.7"), "connectivity", "", "");
            StepState was = course.done().steps().get(16);
            open(course.done().withStep(16, new StepState(StepState.Status.FAILED, was.startedAt(),
                    was.finishedAt(), null, elsewhere)), 16);
        });
        add("step-01-failed", () -> open(course.noMoreVpcs(), 1));
        add("step-06-drifted", () -> open(course.drifted(), 6));
    }

    private void cleanUp() {
        add("step-17-before", () -> open(course.done(), 17));
        add("step-17-question", () -> {
            open(course.done(), 17);
            gallery.wizard().run();
        });
        add("step-17-while", () -> {
            WizardModel model = gallery.lab(course.lab(), course.done(), course.end().plus(A_WHILE), 17);
            model.cleanUp();
            gallery.change(course.halfDeleted());
            gallery.waiting(new WaitInfo("load-balancer", "wait.load-balancer-gone", "wait.load-balancer-gone.why",
                    course.end(), Duration.ofSeconds(150), ""));
        });
        add("step-17-left", () -> {
            WizardModel model = gallery.lab(course.lab(), course.done(), course.end().plus(A_WHILE), 17);
            model.cleanUp();
            gallery.change(course.heldByAnother());
            gallery.end(course.leftOver(course.heldByAnother()));
        });
        add("step-17-after", () -> {
            WizardModel model = gallery.lab(course.lab(), course.done(), course.end().plus(A_WHILE), 17);
            model.cleanUp();
            gallery.change(course.allDeleted());
            gallery.end(RunResult.Outcome.DONE);
        });
    }

    private void beside() {
        shots.add(new Shot("log", () -> {
            WizardModel model = open(course.fresh(), 1);
            gallery.wizard().showLog();
            course.journal().states().stream().filter(state -> state.resource("load-balancer").status()
                    == ResourceStatus.NOT_MADE).forEach(gallery::change);
            model.select(6);
        }, false, true));
        add("presenter", () -> {
            asked();
            gallery.window().present();
        });
        add("presenter-running", () -> {
            makingLoadBalancer();
            gallery.window().present();
        });
    }

    private void small() {
        for (String name : List.of("start", "step-01-new", "step-06-form", "step-07-running", "step-15-asked",
                "step-16-passed", "step-16-stopped", "step-17-while", "step-17-after", "presenter", "concept-6",
                "shortcuts", "settings")) {
            Shot like = shots.stream().filter(shot -> shot.name().equals(name)).findFirst().orElseThrow();
            shots.add(new Shot(name, like.show(), true, like.beside()));
        }
    }

    Scene scene(Shot shot) {
        return shot.beside() ? gallery.other() : gallery.window().getScene();
    }
}
