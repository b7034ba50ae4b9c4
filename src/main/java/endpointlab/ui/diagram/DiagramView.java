package endpointlab.ui.diagram;

import endpointlab.lab.LabState;
import endpointlab.ui.shared.Localizer;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Window;

/**
 * The architecture diagram as a control: shows a lab's state, the way of a packet, and on request a card for each
 * place. Follows the language. To be used on the JavaFX thread.
 */
public final class DiagramView extends StackPane {

    static final String STYLESHEET = DiagramView.class.getResource("/endpointlab/ui/diagram/diagram.css")
            .toExternalForm();

    private final DiagramModel model;
    private final Localizer localizer;
    private final BooleanProperty lessMotion = new SimpleBooleanProperty(this, "lessMotion", false);
    private final BooleanProperty masked = new SimpleBooleanProperty(this, "masked", false);
    private final DiagramCanvas canvas;
    private final DiagramBoard board;
    private final DiagramToolbar toolbar;
    private final DiagramKeys keys;
    private final CardDesk cards;
    private final DiagramPopup legend;
    /** Shows nothing; tells the size of text around the diagram. */
    private final Text textSize = new Text();
    private final ObservableValue<Boolean> onScreen;
    private IntConsumer onStep = step -> { };
    private Consumer<DiagramView> onSave = view -> { };
    private Shown shown;

    private record Shown(LabState state, Instant now, int step) {
    }

    /** @param localizer the view follows its language */
    public DiagramView(DiagramModel model, Localizer localizer) {
        this.model = model;
        this.localizer = localizer;
        canvas = new DiagramCanvas(model);
        board = new DiagramBoard(canvas, model.spec());
        getStyleClass().add("diagram");
        getStylesheets().add(STYLESHEET);
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(localizer.bind("diagram.name"));
        setMinSize(0, 0);
        legend = new DiagramPopup(lessMotion);
        legend.setAutoHide(true);
        cards = new CardDesk(canvas, lessMotion, () -> textSize.getFont().getSize(), this::card);
        keys = new DiagramKeys(canvas, new NodeWalker(model.spec()), new KeyTarget());
        toolbar = toolbar();
        StackPane.setAlignment(toolbar, Pos.TOP_RIGHT);
        textSize.setManaged(false);
        textSize.setOpacity(0);
        textSize.setMouseTransparent(true);
        getChildren().addAll(textSize, board, toolbar);
        onScreen = sceneProperty().flatMap(scene -> scene.windowProperty()).flatMap(Window::showingProperty)
                .orElse(false);
        onScreen.addListener((property, before, after) -> updateMotion());
        lessMotion.addListener((property, before, after) -> updateMotion());
        updateMotion();
        masked.addListener((property, before, after) -> redraw());
        localizer.languageProperty().addListener((property, before, after) -> redraw());
        addEventFilter(KeyEvent.KEY_PRESSED, keys::handle);
        board.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventFilter(MouseEvent.MOUSE_MOVED, event -> cards.pointerAt(
                keys.placeOf(event.getPickResult().getIntersectedNode())));
    }

    private DiagramToolbar toolbar() {
        DiagramToolbar buttons = new DiagramToolbar(localizer);
        buttons.add("diagram-legend", "mdoal-info", "diagram.tool.legend", this::showLegend);
        buttons.add("diagram-zoom-in", "mdmz-zoom_in", "diagram.tool.zoom-in", board::zoomIn);
        buttons.add("diagram-zoom-out", "mdmz-zoom_out", "diagram.tool.zoom-out", board::zoomOut);
        buttons.add("diagram-fit", "mdmz-zoom_out_map", "diagram.tool.fit", this::fit);
        buttons.add("diagram-save", "mdal-get_app", "diagram.tool.save", () -> onSave.accept(this));
        return buttons;
    }

    /** Shows {@code state} as of lab time {@code now}; only what changed is drawn anew. */
    public void show(LabState state, Instant now, int currentStep) {
        shown = new Shown(state, now, currentStep);
        redraw();
    }

    private void redraw() {
        if (shown != null) {
            canvas.show(shown.state(), shown.now(), shown.step(), localizer, masked.get());
            cards.refresh();
            board.follow(canvas.centreOfInterest().orElse(null));
        }
    }

    private PlaceCard card(String id) {
        PlaceDetails details = model.details(shown.state(), id, localizer);
        return new PlaceCard(masked.get() ? details.masked() : details, model.spec(), localizer, step -> {
            cards.close();
            onStep.accept(step);
        });
    }

    /** Shows a way as it ended, in the place of an earlier one of its manner. */
    public void showWay(Way way) {
        canvas.way().show(way);
        redraw();
    }

    /** Runs the packet of the {@link Way.Manner#REQUEST} shown along its way, hop by hop, from its start. */
    public void playWay() {
        canvas.way().play(lessMotion.get());
    }

    /** Whether a packet is under way. */
    public boolean playing() {
        return canvas.way().playing();
    }

    public void clearWays() {
        canvas.way().clear();
    }

    /** @param onLeg is told the index of the leg that the packet is on, and -1 when it has ended */
    public void setOnLeg(IntConsumer onLeg) {
        canvas.way().setOnLeg(onLeg);
    }

    /** @param onStep is told the number of a step that the learner wants to see */
    public void setOnStep(IntConsumer onStep) {
        this.onStep = onStep;
    }

    /** @param onSave what the save button does; see {@link DiagramExport} */
    public void setOnSave(Consumer<DiagramView> onSave) {
        this.onSave = onSave;
    }

    /** Gives the keyboard to the place last looked at. */
    public void focusDiagram() {
        keys.focus();
    }

    /** @return whether a card was open */
    public boolean closeCard() {
        return cards.close();
    }

    /** Whether nothing may move; the state reads without it. */
    public BooleanProperty lessMotionProperty() {
        return lessMotion;
    }

    /** Whether addresses, DNS names and the account id are hidden. */
    public BooleanProperty maskedProperty() {
        return masked;
    }

    /** 1 fits the whole diagram into the room; up to 4. */
    public DoubleProperty zoomProperty() {
        return board.zoomProperty();
    }

    public void setZoom(double value) {
        board.setZoom(value);
    }

    /** Shows the whole diagram. */
    public void fit() {
        board.setZoom(1);
    }

    /** Buttons stand beside the internet's band; without them it takes the whole width. */
    public void setToolbarVisible(boolean visible) {
        toolbar.setVisible(visible);
        canvas.setWholeBand(!visible);
    }

    private void showLegend() {
        Bounds anchor = toolbar.localToScreen(toolbar.getBoundsInLocal());
        legend.show(toolbar, anchor, textSize.getFont().getSize(), new Legend(localizer));
    }

    private void clicked(MouseEvent event) {
        String id = keys.placeOf(event.getPickResult().getIntersectedNode());
        if (id != null && event.isStillSincePress()) {
            canvas.places().get(id).body().requestFocus();
            cards.open(id, false);
        }
    }

    private void updateMotion() {
        canvas.setMoving(!lessMotion.get() && onScreen.getValue());
    }

    @Override
    protected double computePrefHeight(double width) {
        return model.spec().height() * (width > 0 ? width / model.spec().width() : 1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return model.spec().width();
    }

    DiagramCanvas canvas() {
        return canvas;
    }

    DiagramBoard board() {
        return board;
    }

    CardDesk cards() {
        return cards;
    }

    Localizer localizer() {
        return localizer;
    }

    DiagramModel model() {
        return model;
    }

    private final class KeyTarget implements DiagramKeys.Target {

        @Override
        public void openCard(String id) {
            cards.open(id, true);
        }

        @Override
        public boolean closeCard() {
            return cards != null && cards.close();
        }

        @Override
        public void zoomIn() {
            board.zoomIn();
        }

        @Override
        public void zoomOut() {
            board.zoomOut();
        }

        @Override
        public void fit() {
            DiagramView.this.fit();
        }

        @Override
        public void reveal(String id) {
            PlaceNode place = canvas.places().get(id);
            board.reveal(DiagramCanvas.sight(place));
        }
    }
}
