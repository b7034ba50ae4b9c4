package endpointlab.ui.presenter;

import endpointlab.lab.LabStep;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.diagram.SampleLab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;

/** A presenter model whose every value a test may set, and which records what was done. */
final class SamplePresenter implements PresenterModel {

    final SimpleStringProperty region = new SimpleStringProperty("us-east-1");
    final SimpleStringProperty account = new SimpleStringProperty("111122223333");
    final SimpleIntegerProperty step = new SimpleIntegerProperty(15);
    final SimpleStringProperty title = new SimpleStringProperty("VPC エンドポイントを作り、承諾する");
    final SimpleStringProperty key = new SimpleStringProperty("利用側が申し込み、**提供側が承諾して、**はじめて通信できるようになります。");
    final SimpleObjectProperty<List<Integer>> done =
            new SimpleObjectProperty<>(IntStream.rangeClosed(1, 14).boxed().toList());
    final SimpleObjectProperty<Duration> elapsed =
            new SimpleObjectProperty<>(Duration.ofMinutes(61).plusSeconds(20));
    final SimpleStringProperty activity = new SimpleStringProperty("提供側の承諾を待っています");
    final SimpleStringProperty detail = new SimpleStringProperty("pendingAcceptance");
    final SimpleObjectProperty<ResourceStatus> status = new SimpleObjectProperty<>(ResourceStatus.WAITING);
    final List<String> deeds = new ArrayList<>();
    final Button back = new Button("back", "前へ", "mdal-chevron_left", false);
    final Button primary = new Button("primary", "承諾する", "mdal-check", false);
    final Button next = new Button("next", "次へ", "", true);
    private final String mode;

    SamplePresenter(String mode) {
        this.mode = mode;
    }

    final class Button implements Action {
        final SimpleStringProperty label;
        final SimpleStringProperty icon;
        final SimpleBooleanProperty disabled;
        private final String name;

        Button(String name, String label, String icon, boolean disabled) {
            this.name = name;
            this.label = new SimpleStringProperty(label);
            this.icon = new SimpleStringProperty(icon);
            this.disabled = new SimpleBooleanProperty(disabled);
        }

        @Override
        public SimpleStringProperty label() {
            return label;
        }

        @Override
        public SimpleStringProperty icon() {
            return icon;
        }

        @Override
        public SimpleBooleanProperty disabled() {
            return disabled;
        }

        @Override
        public void run() {
            deeds.add(name);
        }
    }

    @Override
    public List<LabStep> steps() {
        return SampleLab.LAB.steps();
    }

    @Override
    public String mode() {
        return mode;
    }

    @Override
    public SimpleStringProperty region() {
        return region;
    }

    @Override
    public SimpleStringProperty accountId() {
        return account;
    }

    @Override
    public SimpleIntegerProperty step() {
        return step;
    }

    @Override
    public SimpleStringProperty title() {
        return title;
    }

    @Override
    public SimpleStringProperty keySentence() {
        return key;
    }

    @Override
    public SimpleObjectProperty<List<Integer>> doneSteps() {
        return done;
    }

    @Override
    public SimpleObjectProperty<Duration> elapsed() {
        return elapsed;
    }

    @Override
    public SimpleStringProperty activity() {
        return activity;
    }

    @Override
    public SimpleStringProperty activityDetail() {
        return detail;
    }

    @Override
    public SimpleObjectProperty<ResourceStatus> activityStatus() {
        return status;
    }

    @Override
    public Action primary() {
        return primary;
    }

    @Override
    public Action back() {
        return back;
    }

    @Override
    public Action next() {
        return next;
    }
}
