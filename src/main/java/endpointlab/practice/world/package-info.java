/**
 * What exists in the practice cloud: immutable records in tables, which hold the lab times at which states change
 * instead of the states; and what all operations need to work on them. {@link endpointlab.practice.world.Cloud} holds
 * it together, {@link endpointlab.practice.world.WorldStore} keeps it on disk.
 */
package endpointlab.practice.world;
