package endpointlab.practice.machine;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.Session;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;

/** What came of a command over SSH. */
public record Ran(int exit, String out, String err) {

    static Ran over(Session session, String command) throws Exception {
        ChannelExec channel = (ChannelExec) session.openChannel("exec");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        channel.setCommand(command.getBytes(StandardCharsets.UTF_8));
        channel.setErrStream(err);
        InputStream out = channel.getInputStream();
        channel.connect(15_000);
        String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(channel::isClosed);
        channel.disconnect();
        return new Ran(channel.getExitStatus(), text, err.toString(StandardCharsets.UTF_8));
    }
}
