package endpointlab.ui.shared;

import java.util.ArrayList;
import java.util.List;

/** Remembers where it was sent. */
public final class RecordingNavigator implements Navigator {

    private final List<String> visited = new ArrayList<>();

    public synchronized List<String> visited() {
        return List.copyOf(visited);
    }

    @Override
    public void showStart() {
        visit("start");
    }

    @Override
    public void showLab(OpenLab lab) {
        visit("lab");
    }

    @Override
    public void showConcept(int number) {
        visit("concept " + number);
    }

    @Override
    public void showSettings() {
        visit("settings");
    }

    @Override
    public void showAccount() {
        visit("account");
    }

    private synchronized void visit(String where) {
        visited.add(where);
    }
}
