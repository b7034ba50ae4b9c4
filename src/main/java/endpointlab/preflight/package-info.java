/** Looks at an account before anything is spent in it: what would keep the lab from working, and what to do about it. */
package endpointlab.preflight;
