package endpointlab.settings;

/** From where the lab's security groups let SSH in. */
public enum SshSource {
    /** As the lab says; fine for an hour of lab and wrong elsewhere. */
    ANYWHERE,
    /** The learner's own address only; in practice mode that of the simulated laptop. */
    MY_ADDRESS
}
