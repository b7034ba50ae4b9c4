package endpointlab.store;

/**
 * In which practice cloud a lab lives and how fast its clock ran last. Holds no credentials.
 *
 * @param endpointUrl API of a practice cloud in another process; {@code null} if the lab has a cloud of its own
 * @param socks       host and port of that cloud's practice internet; {@code null} if the lab has a cloud of its own
 * @param pace        as the learner named it
 */
public record CloudRecord(String endpointUrl, String socks, String pace) {
}
