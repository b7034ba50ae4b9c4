package endpointlab.preflight;

import java.io.IOException;

/** Finds out which address this computer has on the internet. */
@FunctionalInterface
public interface AddressLookup {

    /**
     * @return an IPv4 address
     * @throws IOException if it can't be found out
     */
    String address() throws IOException;
}
