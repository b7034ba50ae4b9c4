package endpointlab.practice.internet;

/**
 * Who is behind a connection that a server accepted on loopback.
 *
 * @param address    source address that the server would see in AWS
 * @param port       source port; the real one of the loopback connection
 * @param instanceId the instance that was reached, or the one that asked for a service of its own host
 */
public record Caller(String address, int port, String instanceId) {
}
