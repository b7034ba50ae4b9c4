/**
 * The machines of the practice cloud: how they boot, their console, disk and services, a real SSH server with a small
 * shell and a real web server on each. They listen on 127.0.0.1 and let in only what the data plane announced.
 */
package endpointlab.practice.machine;
