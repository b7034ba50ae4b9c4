package endpointlab.practice.machine;

import endpointlab.userdata.Call;
import endpointlab.userdata.FileProblem;
import endpointlab.userdata.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code curl} for HTTP, with the exit codes and messages of curl 8. Each request is a real connection. */
final class Curl implements Program {

    static final String VERSION = "8.11.1";

    private static final int MOST_REDIRECTS = 50;

    private final Machine machine;
    private final MachineNetwork network;

    Curl(Machine machine, MachineNetwork network) {
        this.machine = machine;
        this.network = network;
    }

    @Override
    public int run(Call call) throws IOException, InterruptedException {
        if (call.arguments().equals(List.of("--version")) || call.arguments().equals(List.of("-V"))) {
            call.line("curl " + VERSION + " (x86_64-amazon-linux-gnu) libcurl/" + VERSION + "\nProtocols: http https");
            return 0;
        }
        CurlOptions options;
        try {
            options = CurlOptions.read(call.arguments());
        } catch (CurlFailure misuse) {
            call.error(misuse.text());
            return misuse.code();
        }
        int status = 0;
        for (String url : options.urls()) {
            CurlReport report = new CurlReport(url);
            try {
                fetch(call, options, url, report);
                status = 0;
            } catch (CurlFailure failure) {
                report.failed(failure);
                if (options.tellsErrors()) {
                    call.error(failure.text());
                }
                status = failure.code();
            }
            if (options.has("write-out")) {
                call.print(report.format(options.last("write-out").orElseThrow()));
            }
        }
        return status;
    }

    private void fetch(Call call, CurlOptions options, String text, CurlReport report)
            throws IOException, InterruptedException, CurlFailure {
        CurlUrl url = CurlUrl.parse(text);
        CurlTransfer transfer = new CurlTransfer(machine, network, call, options, report);
        for (int redirects = 0; ; redirects++) {
            CurlTransfer.Response response = transfer.request(url);
            report.answered(url, response, redirects);
            Optional<String> location = response.location();
            boolean follow = options.has("location") && location.isPresent();
            if (options.has("fail") && response.status() >= 400) {
                throw new CurlFailure(22, "The requested URL returned error: " + response.status());
            }
            deliver(call, options, url, response, follow);
            if (!follow) {
                return;
            }
            if (redirects >= MOST_REDIRECTS) {
                throw new CurlFailure(47, "Maximum (" + MOST_REDIRECTS + ") redirects followed");
            }
            url = CurlUrl.parse(resolved(url, location.get()));
        }
    }

    private static String resolved(CurlUrl base, String location) throws CurlFailure {
        try {
            return URI.create(base.toString()).resolve(location).toString();
        } catch (IllegalArgumentException malformed) {
            throw new CurlFailure(3, "URL rejected: Malformed input to a URL function");
        }
    }

    private static void deliver(Call call, CurlOptions options, CurlUrl url, CurlTransfer.Response response,
                                boolean headersOnly) throws IOException, CurlFailure {
        StringBuilder shown = new StringBuilder();
        if (options.has("include") || options.has("head")) {
            response.head().forEach(line -> shown.append(line).append("\r\n"));
            shown.append("\r\n");
        }
        byte[] head = shown.toString().getBytes(StandardCharsets.UTF_8);
        byte[] body = headersOnly ? new byte[0] : response.body();
        Optional<String> file = options.has("remote-name") ? Optional.of(remoteName(url)) : options.last("output");
        if (file.isEmpty() || file.get().equals("-")) {
            call.streams().out().write(head);
            call.streams().out().write(body);
            call.streams().out().flush();
        } else if (!file.get().equals("/dev/null")) {
            save(call, file.get(), head, body);
        }
        if (file.isPresent() && !options.has("silent") && !options.has("no-progress-meter") && !headersOnly) {
            call.error(meter(body.length));
        }
    }

    private static String remoteName(CurlUrl url) throws CurlFailure {
        String path = url.path().split("\\?", 2)[0];
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.isEmpty()) {
            throw new CurlFailure(23, "Failed writing received data to disk/application");
        }
        return name;
    }

    private static void save(Call call, String file, byte[] head, byte[] body) throws CurlFailure {
        try {
            String path = call.path(file);
            call.files().write(path, head, false, call.user(), call.host().now());
            call.files().write(path, body, true, call.user(), call.host().now());
        } catch (FileProblem problem) {
            throw new CurlFailure(23, "client returned ERROR on write, " + problem.getMessage());
        }
    }

    /** What is left of the progress meter when a transfer has ended. */
    private static String meter(int size) {
        return "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n"
                + "                                 Dload  Upload   Total   Spent    Left  Speed\n"
                + String.format(Locale.ROOT, "100 %5d  100 %5d    0     0  %5d      0 --:--:-- --:--:-- --:--:-- %5d",
                size, size, size * 200L, size * 200L);
    }
}
