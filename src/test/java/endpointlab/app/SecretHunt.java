package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import endpointlab.aws.AwsAccess;
import endpointlab.aws.AwsMachine;
import endpointlab.aws.MfaPrompt;
import endpointlab.clock.Pace;
import endpointlab.store.LabHome;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects secrets, and everything that may be read by others: the log with every word of the program itself, files,
 * and what is shown; then looks for the former in the latter.
 */
final class SecretHunt implements AutoCloseable {

    private static final String MARK = "PRIVATE KEY-----";
    /** The head of an OpenSSH key, and the two lines that tell its form and its public half. */
    private static final int PUBLIC_LINES = 3;

    private final Set<String> secrets = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Map<String, String> seen = new LinkedHashMap<>();
    private final StringBuffer log = new StringBuffer();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Level before = context.getLogger(Logger.ROOT_LOGGER_NAME).getLevel();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            log.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                log.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
            }
        }
    };

    SecretHunt() {
        appender.setContext(context);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        // As the program has it, and all that the program itself could ever say.
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        context.getLogger("endpointlab").setLevel(Level.ALL);
    }

    @Override
    public void close() {
        context.getLogger("endpointlab").setLevel(null);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(before);
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
    }

    String log() {
        return log.toString();
    }

    void secret(String text) {
        assertThat(text).hasSizeGreaterThan(15);
        secrets.add(text);
    }

    void see(String where, String text) {
        seen.merge(where, text, String::concat);
    }

    String seen(String where) {
        return seen.getOrDefault(where, "");
    }

    /** Every file of a home, and the private keys that are meant to be in some of them. */
    void see(LabHome home) throws IOException {
        int keys = 0;
        try (Stream<Path> files = Files.walk(home.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (file.toString().endsWith(".pem")) {
                    List<String> lines = text.lines().toList();
                    assertThat(text).contains(MARK);
                    lines.stream().skip(PUBLIC_LINES).filter(line -> line.length() > 15 && !line.contains("-"))
                            .forEach(this::secret);
                    keys++;
                } else {
                    see(file.toString(), text);
                }
            }
        }
        assertThat(keys).as("key files").isPositive();
    }

    /** Where there are secrets; the practice cloud has its machines' own keys among its files. */
    void assertNoneSeen() {
        assertThat(secrets).hasSizeGreaterThan(2);
        see("log", log.toString());
        seen.forEach((where, text) -> {
            secrets.forEach(secret -> assertThat(text.contains(secret)).as("%s in %s", secret, where).isFalse());
            if (!where.contains(File.separator + "practice" + File.separator)) {
                assertThat(text).as(where).doesNotContain(MARK);
            }
        });
    }

    /** Clouds like the program's, whose keys are secrets. */
    Clouds clouds() {
        return new Listening(new CloudOpener(Trouble.none()));
    }

    private final class Listening implements Clouds {

        private final Clouds clouds;

        Listening(Clouds clouds) {
            this.clouds = clouds;
        }

        @Override
        public Clouds with(Trouble trouble) {
            return new Listening(clouds.with(trouble));
        }

        @Override
        public Cloud own(Path directory, String region, long seed, Pace pace) {
            Cloud cloud = clouds.own(directory, region, seed, pace);
            secret(((ServedCloud) cloud).secretAccessKey());
            secret(((ServedCloud) cloud).accessKeyId());
            return cloud;
        }

        @Override
        public Cloud at(CloudAddress address, String region, Optional<String> profile, Pace pace) {
            return clouds.at(address, region, profile, pace);
        }

        @Override
        public Cloud account(AwsAccess access, Optional<InetSocketAddress> socks, Pace pace, AwsMachine machine,
                             MfaPrompt prompt) {
            return clouds.account(access, socks, pace, machine, prompt);
        }

        @Override
        public ServedCloud serve(Path directory, String region, long seed, Pace pace, int port, int socksPort) {
            return clouds.serve(directory, region, seed, pace, port, socksPort);
        }
    }
}
