package endpointlab.ui.start;

import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.LabDesk;
import javafx.scene.layout.BorderPane;

/** The first page: labs to go on with, a new lab, and the concept pages. */
public final class StartView extends BorderPane {

    private final StartViewModel model;

    public StartView(AppContext context, LabDesk desk) {
        this.model = new StartViewModel(context, desk);
        getStyleClass().add("start-page");
    }

    /** Looks again at the labs on this computer and puts the focus where Enter does what is wanted most. */
    public void refresh() {
        model.load();
    }
}
