package endpointlab.ui.account;

import endpointlab.lab.Identity;
import endpointlab.preflight.PreflightPlan;
import endpointlab.preflight.Verdict;
import endpointlab.ui.account.AccountViewModel.Phase;
import endpointlab.ui.shared.AccountDesk;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.LabChoices;
import endpointlab.ui.shared.LocalizedChoice;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Notice;
import endpointlab.ui.shared.PageHeader;
import endpointlab.ui.shared.PageScroll;
import endpointlab.ui.shared.Widgets;
import endpointlab.ui.sweep.SweepView;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The way into the user's own account: as whom, where, what was found there, and the start. Esc goes back. */
public final class AccountView extends BorderPane {

    /** Stands for the computer's access keys in the environment among the names of profiles. */
    private static final String ENVIRONMENT = "";

    private static final int MOST_VPCS = 10_000;

    private final AppContext context;
    private final AccountViewModel model;
    private final Localizer texts;
    private final Widgets widgets;
    private final BooleanProperty masked = new SimpleBooleanProperty(this, "masked");
    private final StackPane profilePlace = new StackPane();
    private final Spinner<Integer> quota = new Spinner<>(1, MOST_VPCS, PreflightPlan.USUAL_VPC_QUOTA);
    private final Button connect;
    private final Button back;
    private final PageScroll page;
    private final SweepView sweep;
    private LocalizedChoice<String> profile;

    public AccountView(AppContext context, AccountDesk desk) {
        this.context = context;
        this.model = new AccountViewModel(context, desk);
        this.texts = context.localizer();
        this.widgets = new Widgets(texts, context.appearance());
        this.back = widgets.button("account.back", "mdal-arrow_back", this::goBack, "flat");
        this.connect = widgets.button("account.connect", "mdal-login", this::enter, "accent");
        this.sweep = new SweepView(context, masked, this::backFromLabsLeft);
        back.disableProperty().bind(sweep.cleaningProperty());
        connect.setId("account-connect");
        getStyleClass().addAll("page", "account-page");
        getStylesheets().add(AccountView.class.getResource("/endpointlab/ui/account/account.css").toExternalForm());
        PageHeader header = new PageHeader(context);
        header.lead(back);
        setTop(header);
        page = new PageScroll(context.appearance(), widgets.heading("account.title", "page-heading"),
                widgets.label("account.text", "muted"), Notice.place(widgets, texts, model.problemProperty()),
                choices(), entering(), identity(), preflight(), start());
        setCenter(page);
        model.choicesProperty().addListener((property, before, after) -> showProfiles(after));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                escape();
            }
        });
    }

    /** What the page shows. */
    public AccountViewModel model() {
        return model;
    }

    /** The labs that are left in the account, once that is open. */
    public SweepView labsLeft() {
        return sweep;
    }

    /** Begins anew, with the focus where the keyboard begins, unless labs are being cleaned up here. */
    public void open() {
        if (sweep.cleaningProperty().get()) {
            return;
        }
        sweep.model().leave();
        setCenter(page);
        model.open();
        back.requestFocus();
    }

    private void enter() {
        if (quota.getEditor().getText().isEmpty()) {
            quota.getEditor().setText(String.valueOf(PreflightPlan.USUAL_VPC_QUOTA));
        }
        quota.commitValue();
        model.enter(profile.getValue(), quota.getValue());
    }

    private void escape() {
        if (sweep.cleaningProperty().get()) {
            return;
        }
        if (getCenter() == sweep) {
            backFromLabsLeft();
        } else {
            goBack();
        }
    }

    private void showLabsLeft() {
        setCenter(sweep);
        sweep.open(model.account(), model.identityProperty().get());
    }

    /** What was cleaned up makes room, so the account is looked at again. */
    private void backFromLabsLeft() {
        boolean changed = sweep.model().hasChanged();
        sweep.model().leave();
        setCenter(page);
        back.requestFocus();
        if (changed) {
            model.look();
        }
    }

    private void goBack() {
        sweep.model().leave();
        model.leave();
        context.navigator().showStart();
    }

    private ObservableBooleanValue free() {
        return Bindings.createBooleanBinding(() -> model.phaseProperty().get() == Phase.CHOOSING
                || model.phaseProperty().get() == Phase.LOOKED, model.phaseProperty());
    }

    private Node choices() {
        LocalizedChoice<String> region = new LabChoices(texts).region();
        region.setId("account-region");
        region.setValue(context.preferences().settings().region());
        context.preferences().settingsProperty().addListener((property, before, after) ->
                region.setValue(after.region()));
        region.setOnAction(event -> {
            if (region.getValue() != null && !region.getValue().equals(context.preferences().settings().region())) {
                model.leave();
                context.preferences().change(was -> was.withRegion(region.getValue()));
            }
        });
        region.disableProperty().bind(Bindings.not(free()));
        connect.disableProperty().bind(Bindings.not(free()).or(model.choicesProperty().isNull()));
        Label finding = widgets.label(() -> "", "field-problem");
        finding.textProperty().bind(texts.bind(() -> model.findingProperty().get() == null ? ""
                : LabChoices.sentence(texts, model.findingProperty().get()), model.findingProperty()));
        shownWhile(finding, model.findingProperty().isNotNull());
        quota.setId("account-vpc-quota");
        quota.setEditable(true);
        quota.getEditor().setTextFormatter(new TextFormatter<>(change ->
                change.getControlNewText().matches("[0-9]{0,5}") ? change : null));
        quota.disableProperty().bind(Bindings.not(free()));
        quota.setTooltip(tip("account.vpc-quota.tip"));
        FlowPane row = new FlowPane(labelled("account.profile", profilePlace), labelled("settings.region", region),
                labelled("account.vpc-quota", quota), connect);
        row.getStyleClass().add("account-choices");
        VBox card = new VBox(row, widgets.label("account.profile.help", "muted"), finding);
        card.getStyleClass().addAll("card", "account-card");
        return card;
    }

    private void showProfiles(AccountDesk.Choices choices) {
        if (choices == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        if (choices.environment() || choices.profiles().isEmpty()) {
            names.add(ENVIRONMENT);
        }
        choices.profiles().forEach(each -> names.add(each.name()));
        profile = new LocalizedChoice<>(texts, names, name -> name.equals(ENVIRONMENT)
                ? texts.text(choices.environment() ? "account.environment" : "account.no-profile") : name);
        profile.setId("account-profile");
        profile.setAccessibleText(texts.text("account.profile"));
        profile.setValue(choices.environment() || !names.contains(choices.usual()) ? names.get(0) : choices.usual());
        profile.valueProperty().addListener((property, before, after) -> chosen(choices, after));
        profile.disableProperty().bind(Bindings.not(free()));
        profilePlace.getChildren().setAll(profile);
        connect.requestFocus();
    }

    /** Another profile is another account, in the Region that the profile names. */
    private void chosen(AccountDesk.Choices choices, String name) {
        model.leave();
        choices.profiles().stream().filter(each -> each.name().equals(name) && !each.region().isEmpty()).findFirst()
                .ifPresent(each -> context.preferences().change(was -> was.withRegion(each.region())));
    }

    private Node entering() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("loading-sign");
        Label what = widgets.label(() -> "", "muted");
        what.textProperty().bind(texts.bind(() -> texts.text(model.phaseProperty().get() == Phase.READING
                ? "account.reading" : model.phaseProperty().get() == Phase.BEGINNING ? "account.beginning"
                : "account.entering"), model.phaseProperty()));
        HBox row = new HBox(turning, what);
        row.getStyleClass().add("preflight-progress");
        shownWhile(row, Bindings.createBooleanBinding(() -> switch (model.phaseProperty().get()) {
            case READING, ENTERING, BEGINNING -> true;
            default -> false;
        }, model.phaseProperty()));
        return row;
    }

    private Node identity() {
        Label who = widgets.label(() -> "", "account-id");
        who.textProperty().bind(texts.bind(() -> with(model.identityProperty().get(), "account.id"),
                model.identityProperty(), masked));
        Label arn = widgets.label(() -> "", "mono");
        arn.textProperty().bind(texts.bind(() -> with(model.identityProperty().get(), "account.arn"),
                model.identityProperty(), masked));
        CheckBox mask = new CheckBox();
        mask.textProperty().bind(texts.bind("account.mask"));
        mask.selectedProperty().bindBidirectional(masked);
        VBox card = new VBox(widgets.heading("account.who", "section-title"), who, arn, mask);
        card.getStyleClass().addAll("card", "account-card");
        shownWhile(card, model.identityProperty().isNotNull());
        return card;
    }

    private String with(Identity identity, String key) {
        if (identity == null) {
            return "";
        }
        Identity shown = masked.get() ? identity.masked() : identity;
        return texts.text(key, shown.accountId(), shown.arn(), shown.region());
    }

    private Node preflight() {
        PreflightPane pane = new PreflightPane(context, model, masked, this::showLabsLeft);
        shownWhile(pane, model.identityProperty().isNotNull());
        return pane;
    }

    private Node start() {
        Button again = widgets.button("account.again", "mdmz-refresh", model::look);
        again.setId("account-again");
        again.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.LOOKED));
        Button begin = widgets.button("account.begin", "mdmz-play_arrow", model::begin, "accent", "big-button");
        begin.setId("account-begin");
        begin.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.canBegin(), model.phaseProperty(),
                model.reportProperty()));
        Label why = widgets.label(() -> "", "muted");
        why.textProperty().bind(texts.bind(() -> texts.text(model.reportProperty().get() != null
                && model.reportProperty().get().verdict() == Verdict.STOP ? "account.stopped" : "account.money"),
                model.reportProperty()));
        Button labsLeft = widgets.button("account.labs-left", "mdoal-delete_sweep", this::showLabsLeft);
        labsLeft.setId("account-labs-left");
        labsLeft.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.LOOKED));
        HBox buttons = new HBox(labsLeft, again, begin);
        buttons.getStyleClass().add("account-buttons");
        VBox part = new VBox(why, buttons);
        part.getStyleClass().add("section");
        shownWhile(part, model.identityProperty().isNotNull());
        return part;
    }

    private Node labelled(String key, Node control) {
        Label label = widgets.shortLabel(() -> texts.text(key), "muted");
        label.setLabelFor(control);
        HBox pair = new HBox(label, control);
        pair.getStyleClass().add("labelled");
        return pair;
    }

    private Tooltip tip(String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        return tip;
    }

    private static void shownWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
