/** What the user chose for all labs: the values, which of them can be used, and what they mean for a new lab. */
package endpointlab.settings;
