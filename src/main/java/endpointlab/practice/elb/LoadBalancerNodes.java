package endpointlab.practice.elb;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.LoadBalancerNode;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.NetworkInterfaces;

/** Makes a load balancer's nodes, each a network interface in its subnet. */
final class LoadBalancerNodes {

    private final Cloud cloud;

    LoadBalancerNodes(Cloud cloud) {
        this.cloud = cloud;
    }

    /** @param privateIp {@code null} for any free address */
    LoadBalancerNode make(LoadBalancer loadBalancer, Subnet subnet, String privateIp) {
        String arn = loadBalancer.id();
        String path = arn.substring(arn.indexOf("loadbalancer/") + "loadbalancer/".length());
        NetworkInterface node = cloud.interfaces.create(new NetworkInterfaces.Spec(subnet,
                loadBalancer.name() + " " + subnet.availabilityZone(), privateIp,
                loadBalancer.scheme().equals(LoadBalancerCreation.INTERNET_FACING), "ELB " + path,
                "network_load_balancer", "amazon-elb", loadBalancer.securityGroupIds(), NetworkInterfaces.AWS, arn,
                cloud.now()));
        return new LoadBalancerNode(subnet.availabilityZone(), subnet.id(), node.id());
    }
}
