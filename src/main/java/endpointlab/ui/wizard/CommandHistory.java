package endpointlab.ui.wizard;

import java.util.ArrayList;
import java.util.List;

/** Commands typed so far, walked through as a shell does. */
final class CommandHistory {

    private final List<String> commands = new ArrayList<>();
    private int at;
    private String draft = "";

    void add(String command) {
        if (commands.isEmpty() || !commands.get(commands.size() - 1).equals(command)) {
            commands.add(command);
        }
        at = commands.size();
        draft = "";
    }

    /** @param typed what stands in the prompt now; comes back when one walks down again */
    String older(String typed) {
        if (at == commands.size()) {
            draft = typed;
        }
        at = Math.max(0, at - 1);
        return commands.isEmpty() ? typed : commands.get(at);
    }

    String newer(String typed) {
        if (at >= commands.size()) {
            return typed;
        }
        at++;
        return at == commands.size() ? draft : commands.get(at);
    }
}
