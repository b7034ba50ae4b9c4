/**
 * Trouble in the practice cloud, on demand. {@link endpointlab.practice.fault.FaultScript} reads what shall go wrong,
 * {@link endpointlab.practice.fault.Faults} lets it, in AWS's own codes and words.
 */
package endpointlab.practice.fault;
