/** The lab with the learner's values in forms that others use: a script, a template, a policy, a report. */
package endpointlab.export;
