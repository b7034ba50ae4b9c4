package endpointlab.practice.machine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code -w} can tell of a transfer. */
final class CurlReport {

    private static final Pattern VARIABLE = Pattern.compile("%\\{([a-z_]+)}");

    private final Map<String, String> values = new HashMap<>();

    CurlReport(String url) {
        values.put("url_effective", url);
        values.put("http_code", "000");
        values.put("response_code", "000");
        values.put("exitcode", "0");
        values.put("errormsg", "");
        values.put("size_download", "0");
        values.put("num_redirects", "0");
        values.put("remote_ip", "");
        values.put("remote_port", "0");
        values.put("content_type", "");
        values.put("time_connect", "0.000000");
        values.put("time_total", "0.000000");
    }

    void answered(CurlUrl url, CurlTransfer.Response response, int redirects) {
        values.put("url_effective", url.toString());
        values.put("http_code", String.valueOf(response.status()));
        values.put("response_code", String.valueOf(response.status()));
        values.put("size_download", String.valueOf(response.body().length));
        values.put("num_redirects", String.valueOf(redirects));
        values.put("content_type", response.contentType().orElse(""));
    }

    void connected(String address, int port, double seconds) {
        values.put("remote_ip", address);
        values.put("remote_port", String.valueOf(port));
        values.put("time_connect", seconds(seconds));
    }

    void took(double seconds) {
        values.put("time_total", seconds(seconds));
    }

    void failed(CurlFailure failure) {
        values.put("exitcode", String.valueOf(failure.code()));
        values.put("errormsg", failure.getMessage());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }

    String format(String template) {
        String text = VARIABLE.matcher(template).replaceAll(variable -> Matcher.quoteReplacement(
                values.getOrDefault(variable.group(1), "")));
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r").replace("%%", "%");
    }
}
