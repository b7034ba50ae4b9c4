/**
 * EC2's operations of the practice cloud, a class per kind of resource; {@link
 * endpointlab.practice.ec2.Ec2Operations} enters them all. Each reads like its page of the EC2 API Reference: find
 * what the request names, refuse what AWS refuses, change the world, answer. All checks come before the first change,
 * since an error answer must leave nothing behind.
 */
package endpointlab.practice.ec2;
