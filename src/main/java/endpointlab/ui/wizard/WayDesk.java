package endpointlab.ui.wizard;

import endpointlab.network.Path;
import endpointlab.ui.diagram.DiagramModel;
import endpointlab.ui.diagram.DiagramView;
import endpointlab.ui.diagram.HopListView;
import endpointlab.ui.diagram.Way;
import endpointlab.ui.diagram.WayMapper;
import endpointlab.ui.shared.FxThread;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the way of a check's packet over the diagram and lists its hops, from the judge's word and what was seen. */
final class WayDesk {

    private static final Logger LOG = LoggerFactory.getLogger(WayDesk.class);

    private final WizardContext context;
    private final WizardModel model;
    private final DiagramView view;
    private final WayMapper mapper;
    private final CheckFlows flows;
    private final HopListView hops;
    private final Button replay;
    private final Label none;
    private final VBox list;
    private List<CheckFlows.Sent> shown = List.of();
    private int asked;

    WayDesk(WizardContext context, WizardModel model, DiagramView view, DiagramModel diagram) {
        this.context = context;
        this.model = model;
        this.view = view;
        this.mapper = new WayMapper(context.lab(), context.diagram());
        this.flows = new CheckFlows(context.lab());
        hops = new HopListView(diagram, context.texts());
        view.setOnLeg(hops::highlight);
        replay = Labels.button(context.texts(), "wizard.way.replay", "mdmz-replay", "flat", "replay-button");
        replay.setOnAction(event -> view.playWay());
        none = Labels.bound(context.texts(), "wizard.way.none", "pane-empty");
        none.setWrapText(true);
        HBox head = new HBox(Labels.spring(), replay);
        head.getStyleClass().add("way-head");
        ScrollPane scroll = new ScrollPane(hops);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        list = new VBox(head, none, scroll);
        list.getStyleClass().add("way-pane");
        model.currentStepProperty().addListener((property, before, after) -> show(false));
        show(false);
    }

    Node list() {
        return list;
    }

    /** @param play whether the packet shall run */
    void show(boolean play) {
        List<CheckFlows.Sent> sent = flows.of(model.currentStepProperty().get(), model.state());
        boolean fresh = play && !sent.isEmpty();
        if (sent.equals(shown) && !fresh) {
            return;
        }
        shown = sent;
        int number = ++asked;
        view.clearWays();
        Labels.shown(replay, false);
        Labels.shown(hops, false);
        Labels.shown(none, true);
        for (CheckFlows.Sent one : sent) {
            context.reach().way(one.flow()).whenComplete((path, failure) -> FxThread.run(() -> {
                if (failure != null) {
                    LOG.warn("the way of {} is not known", one.flow(), failure);
                } else if (number == asked) {
                    draw(one, path, fresh);
                }
            }));
        }
    }

    private void draw(CheckFlows.Sent sent, Path path, boolean play) {
        Way way = mapper.map(sent.flow(), path, model.state(), sent.manner(), sent.reality());
        if (sent.manner() == Way.Manner.ACCESS && !way.arrived()) {
            return;
        }
        view.showWay(way);
        if (sent.manner() == Way.Manner.REQUEST) {
            hops.show(way, model.state());
            Labels.shown(hops, true);
            Labels.shown(replay, true);
            Labels.shown(none, false);
            if (play) {
                view.playWay();
            }
        }
    }
}
