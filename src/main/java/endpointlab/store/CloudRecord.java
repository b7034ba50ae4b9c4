package endpointlab.store;

/**
 * In which cloud a lab lives and how fast its clock ran last. Holds no credentials.
 *
 * @param endpointUrl API of a cloud in another process; {@code null} if the lab has a cloud of its own, or AWS's
 * @param socks       host and port of that cloud's practice internet; {@code null} if there is none
 * @param pace        as the learner named it
 * @param profile     whose credentials were used last; {@code null} for the usual ones
 */
public record CloudRecord(String endpointUrl, String socks, String pace, String profile) {
}
