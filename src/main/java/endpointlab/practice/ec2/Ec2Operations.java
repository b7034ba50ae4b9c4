package endpointlab.practice.ec2;

import endpointlab.practice.machine.Machines;
import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Registrar;

/** EC2's operations on networks, security groups, key pairs and instances. */
public final class Ec2Operations {

    private Ec2Operations() {
    }

    /** Enters them into the table of the EC2 service, where those of PrivateLink stand as well. */
    public static void register(OperationTable table, Cloud cloud, Machines machines) {
        Registrar registrar = new Registrar(table, cloud.world);
        Images images = new Images(cloud.world.region);
        new VpcOperations(cloud).register(registrar);
        new SubnetOperations(cloud).register(registrar);
        new InternetGatewayOperations(cloud).register(registrar);
        new RouteTableOperations(cloud).register(registrar);
        new RouteOperations(cloud).register(registrar);
        new SecurityGroupOperations(cloud).register(registrar);
        new SecurityGroupRuleOperations(cloud).register(registrar);
        new RuleChange(cloud).register(registrar);
        new NetworkAclOperations(cloud).register(registrar);
        new NetworkInterfaceOperations(cloud).register(registrar);
        new KeyPairOperations(cloud).register(registrar);
        new InstanceOperations(cloud, machines, images).register(registrar);
        new InstanceDescriptions(cloud, images).register(registrar);
        new InstanceAttributes(cloud).register(registrar);
        new VolumeOperations(cloud, images).register(registrar);
        new ImageOperations(cloud, images).register(registrar);
        new InstanceTypeOperations(cloud).register(registrar);
        new ZoneOperations(cloud).register(registrar);
        new AccountOperations(cloud).register(registrar);
        new TagOperations(cloud).register(registrar);
        new CreditOperations(cloud).register(registrar);
        new DhcpOptionsOperations(cloud).register(registrar);
        new PrefixListOperations(cloud).register(registrar);
        new NothingOfTheKind(cloud).register(registrar);
    }
}
