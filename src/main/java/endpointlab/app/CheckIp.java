package endpointlab.app;

import endpointlab.preflight.AddressLookup;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks AWS's own service for it which address this computer has on the internet. */
final class CheckIp implements AddressLookup {

    private static final URI SERVICE = URI.create("https://checkip.amazonaws.com");
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LONGEST = 64;

    @Override
    public String address() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) SERVICE.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try (InputStream answer = connection.getInputStream()) {
            return new String(answer.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip();
        } finally {
            connection.disconnect();
        }
    }
}
