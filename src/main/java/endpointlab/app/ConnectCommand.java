package endpointlab.app;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.i18n.Messages;
import endpointlab.lab.Lab;
import endpointlab.probe.ConnectFailure;
import endpointlab.probe.SocksDialer;
import endpointlab.store.LabHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pipes standard input and output through a SOCKS proxy: a {@code ProxyCommand} for ssh. */
@Command(name = "connect")
final class ConnectCommand extends TerminalCommand {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectCommand.class);

    @Parameters(index = "0", paramLabel = "HOST")
    private String host;

    @Parameters(index = "1", paramLabel = "PORT")
    private String port;

    @Option(names = "--socks")
    private String socks;

    ConnectCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(Lab lab, LabHome home, Messages texts, Report report) {
        if (socks == null) {
            throw BadInput.of("missing", "--socks");
        }
        InetSocketAddress proxy = CloudAddress.hostAndPort("--socks", socks);
        int number = CommonOptions.port("PORT", port);
        Cancellation cancellation = new Cancellation();
        try (Interrupts.Registration registration = around().interrupts().onInterrupt(cancellation::cancel);
             Socket socket = new SocksDialer(proxy).open(host, number, LabClock.startingNow(Pace.AWS),
                     cancellation)) {
            pipe(socket);
            return ExitCode.DONE;
        } catch (ConnectFailure failure) {
            around().err().print(texts.text("terminal.connect.failed", host + ":" + port,
                    texts.text("terminal.connect." + failure.kind().word())) + "\n");
            around().err().flush();
            return ExitCode.FAILED;
        } catch (CancellationException interrupted) {
            return ExitCode.CANCELLED;
        } catch (IOException broken) {
            LOG.info("the connection broke", broken);
            return ExitCode.FAILED;
        }
    }

    private void pipe(Socket socket) throws IOException {
        Thread up = new Thread(() -> send(socket), "connect-up");
        up.setDaemon(true);
        up.start();
        copy(socket.getInputStream(), around().out());
    }

    private void send(Socket socket) {
        try {
            copy(around().in(), socket.getOutputStream());
            socket.shutdownOutput();
        } catch (IOException ended) {
            LOG.debug("the other side no longer listens", ended);
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }
}
