package endpointlab.practice.world;

/** Something in the practice cloud's world that has an AWS id. */
public interface Entity {

    /** Its AWS id; the ARN for load balancers, listeners and target groups. */
    String id();
}
