package endpointlab.userdata;

import java.io.InputStream;
import java.io.OutputStream;

/** Standard input, output and error of a command. */
public record Streams(InputStream in, OutputStream out, OutputStream err) {

    Streams withIn(InputStream newIn) {
        return new Streams(newIn, out, err);
    }

    Streams withOut(OutputStream newOut) {
        return new Streams(in, newOut, err);
    }

    Streams withErr(OutputStream newErr) {
        return new Streams(in, out, newErr);
    }
}
