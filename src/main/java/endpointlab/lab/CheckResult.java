package endpointlab.lab;

/**
 * What a check saw.
 *
 * @param command  what was run, as a person would type it
 * @param exit     exit code of the command; 0 is success
 * @param body     what the server answered
 * @param expected what it should have answered; empty if that can't be known
 * @param headers  status line and headers of the answer as text; empty if there was none
 * @param stderr   what the command said on standard error; empty if nothing
 */
public record CheckResult(String command, int exit, String body, String expected, String headers, String stderr) {

    /** Whether the answer is exactly the expected page. */
    public boolean passed() {
        return exit == 0 && body.equals(expected);
    }
}
