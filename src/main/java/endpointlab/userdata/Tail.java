package endpointlab.userdata;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** {@code tail}, with {@code -f} until it is interrupted. */
final class Tail implements Program {

    @Override
    public int run(Call call) throws IOException, InterruptedException {
        int status = TextPrograms.ends(call, false);
        Options options = Options.read(call.arguments(), "qvfF", "nc");
        if (!options.has("f") && !options.has("F") || options.operands().isEmpty() || status != 0) {
            return status;
        }
        String file = options.operands().get(0);
        int shown = TextPrograms.contentOf(call, file).length;
        while (true) {
            call.host().pause(Duration.ofSeconds(1));
            byte[] content = TextPrograms.contentOf(call, file);
            if (content.length < shown) {
                shown = 0;
            }
            call.streams().out().write(Arrays.copyOfRange(content, shown, content.length));
            call.streams().out().flush();
            shown = content.length;
        }
    }
}
