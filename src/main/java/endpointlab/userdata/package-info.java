/**
 * User data scripts: a small shell in the manner of bash, the files and services it works on, and the page that a
 * script leaves on its web server. Used by the practice cloud's machines and by whoever must know what page to expect.
 */
package endpointlab.userdata;
