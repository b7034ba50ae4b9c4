package endpointlab.practice.machine;

import java.time.Instant;

/**
 * What a machine of the practice cloud is made from: the part of an EC2 instance that its operating system knows.
 *
 * @param instanceId EC2 instance id
 * @param privateIp  private IPv4 address of its network interface; the host name follows from it
 * @param userData   decoded user data, empty if none
 * @param publicKey  the key pair's public half in OpenSSH form, empty if launched without a key pair
 * @param runningAt  lab time at which EC2 reports it {@code running} and its kernel starts
 */
public record MachineSpec(String instanceId, String privateIp, String userData, String publicKey,
                          Instant runningAt) {
}
