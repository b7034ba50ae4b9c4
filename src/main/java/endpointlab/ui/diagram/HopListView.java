package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The way of a packet as a numbered list: from where to where, in one sentence each, and whether it passed. */
public final class HopListView extends VBox {

    private static final PseudoClass UNDER_WAY = PseudoClass.getPseudoClass("under-way");
    private static final double GLYPH = 18;

    private final DiagramModel model;
    private final Localizer localizer;
    private Way way;
    private LabState state;

    public HopListView(DiagramModel model, Localizer localizer) {
        this.model = model;
        this.localizer = localizer;
        getStyleClass().add("hop-list");
        getStylesheets().add(DiagramView.STYLESHEET);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        accessibleTextProperty().bind(localizer.bind("way.list"));
        localizer.languageProperty().addListener((property, before, after) -> fill());
    }

    /** Lists the legs of {@code way}, with the names that the places have in {@code state}. */
    public void show(Way way, LabState state) {
        this.way = way;
        this.state = state;
        fill();
    }

    /** Marks the leg that the packet is on; -1 for none. */
    public void highlight(int leg) {
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren().get(i).pseudoClassStateChanged(UNDER_WAY, i == leg);
        }
    }

    private void fill() {
        getChildren().clear();
        if (way != null) {
            for (int i = 0; i < way.legs().size(); i++) {
                getChildren().add(row(i + 1, way.legs().get(i)));
            }
        }
    }

    private HBox row(int number, Way.Leg leg) {
        String from = name(leg.from(), true);
        String to = name(leg.to(), false);
        String told = model.say(state, leg.told(), localizer);
        String reach = leg.reach().name().toLowerCase(Locale.ROOT);
        Label count = label(String.valueOf(number), "hop-count");
        Label title = label(from + " → " + to, "hop-title");
        Label sentence = label(told, "hop-sentence");
        VBox words = new VBox(title, sentence);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        StateGlyph glyph = new StateGlyph(GLYPH);
        glyph.setStatus(switch (leg.reach()) {
            case PASSED -> ResourceStatus.READY;
            case STOPPED -> ResourceStatus.FAILED;
            case UNREACHED -> ResourceStatus.NOT_MADE;
        });
        HBox row = new HBox(count, words, glyph);
        row.getStyleClass().add("hop-row");
        row.pseudoClassStateChanged(PseudoClass.getPseudoClass(reach), true);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(number + ". " + localizer.text("way.list.row", from, to) + ", "
                + localizer.text("way.reach." + reach) + ", " + told);
        return row;
    }

    private String name(String place, boolean asSource) {
        boolean internet = place.equals(DiagramSpec.INTERNET) && !asSource;
        return internet ? localizer.text("diagram.internet") : model.name(state, place, localizer);
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
