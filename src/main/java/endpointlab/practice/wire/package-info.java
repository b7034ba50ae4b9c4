/**
 * The wire of the practice cloud: HTTP on loopback, Signature Version 4, and the EC2 and AWS Query protocols, between
 * unmodified AWS clients and operations written in the SDK's own request and response types. Knows no operation.
 */
package endpointlab.practice.wire;
