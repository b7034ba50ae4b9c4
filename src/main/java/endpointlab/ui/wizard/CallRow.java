package endpointlab.ui.wizard;

import endpointlab.run.CallSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A line of the table of calls: one call, or several in a row that only looked whether the same thing has come.
 *
 * @param call  the call, of several the last
 * @param count how many
 */
public record CallRow(CallSummary call, int count) {

    /** @param subjects resources and checks of the step that is shown */
    static List<CallRow> fold(Collection<CallSummary> calls, Set<String> subjects) {
        List<CallRow> rows = new ArrayList<>();
        for (CallSummary call : calls) {
            if (!subjects.contains(call.subject())) {
                continue;
            }
            int before = call.poll() ? foldable(rows, call) : -1;
            if (before >= 0) {
                rows.set(before, new CallRow(call, rows.get(before).count() + 1));
            } else {
                rows.add(new CallRow(call, 1));
            }
        }
        return rows;
    }

    /** Polls for several resources come in turn, so that the row to fold into needn't be the last. */
    private static int foldable(List<CallRow> rows, CallSummary call) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            CallSummary other = rows.get(i).call();
            if (other.subject().equals(call.subject())) {
                boolean same = other.poll() && other.action().equals(call.action())
                        && other.errorCode().equals(call.errorCode());
                return same ? i : -1;
            }
        }
        return -1;
    }
}
