package endpointlab.ui.wizard;

/**
 * Whether something can be done now.
 *
 * @param reason key of the text that says why not; empty if it can be done or if it goes without saying
 * @param number what the reason names: a step's number; 0 if nothing
 */
public record Action(boolean enabled, String reason, int number) {

    static final Action YES = new Action(true, "", 0);

    static Action no(String reason) {
        return new Action(false, reason, 0);
    }

    static Action no(String reason, int number) {
        return new Action(false, reason, number);
    }
}
