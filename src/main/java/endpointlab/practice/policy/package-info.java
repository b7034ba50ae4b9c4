/**
 * IAM in the practice cloud: an identity-based policy that its one user can be put under. {@link
 * endpointlab.practice.policy.Policy} reads a document, {@link endpointlab.practice.policy.PolicyGuard} enforces it.
 */
package endpointlab.practice.policy;
