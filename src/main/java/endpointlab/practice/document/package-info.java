/** Reads the JSON files that people write for the practice cloud, and says in one sentence what is wrong with them. */
package endpointlab.practice.document;
