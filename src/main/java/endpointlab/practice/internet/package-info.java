/**
 * The practice internet: connections between the outside and machines, and between machines, as the judge of
 * reachability lets them pass. Every socket is on 127.0.0.1; the real network is never dialled.
 */
package endpointlab.practice.internet;
