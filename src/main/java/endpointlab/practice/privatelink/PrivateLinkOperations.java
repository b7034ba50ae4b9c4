package endpointlab.practice.privatelink;

import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Registrar;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsRequest;

/** The operations of EC2 around AWS PrivateLink that the practice cloud answers. */
public final class PrivateLinkOperations {

    private final Registrar table;

    private PrivateLinkOperations(Registrar table) {
        this.table = table;
    }

    /** Adds them to EC2's table; each runs in the world's lock. */
    public static void register(OperationTable table, Cloud cloud) {
        PrivateLinkOperations operations = new PrivateLinkOperations(new Registrar(table, cloud.world));
        operations.services(cloud);
        operations.endpoints(cloud);
    }

    private void services(Cloud cloud) {
        EndpointServices services = new EndpointServices(cloud);
        EndpointServiceViews views = new EndpointServiceViews(cloud);
        EndpointServicePermissions permissions = new EndpointServicePermissions(cloud);
        table.add("CreateVpcEndpointServiceConfiguration", CreateVpcEndpointServiceConfigurationRequest::builder,
                services::create);
        table.add("ModifyVpcEndpointServiceConfiguration", ModifyVpcEndpointServiceConfigurationRequest::builder,
                services::modify);
        table.add("DeleteVpcEndpointServiceConfigurations", DeleteVpcEndpointServiceConfigurationsRequest::builder,
                services::delete);
        table.add("DescribeVpcEndpointServiceConfigurations", DescribeVpcEndpointServiceConfigurationsRequest::builder,
                views::describe);
        table.add("DescribeVpcEndpointServices", DescribeVpcEndpointServicesRequest::builder, views::describe);
        table.add("ModifyVpcEndpointServicePermissions", ModifyVpcEndpointServicePermissionsRequest::builder,
                permissions::modify);
        table.add("DescribeVpcEndpointServicePermissions", DescribeVpcEndpointServicePermissionsRequest::builder,
                permissions::describe);
    }

    private void endpoints(Cloud cloud) {
        Endpoints endpoints = new Endpoints(cloud);
        EndpointConnections connections = new EndpointConnections(cloud);
        table.add("CreateVpcEndpoint", CreateVpcEndpointRequest::builder, endpoints::create);
        table.add("DescribeVpcEndpoints", DescribeVpcEndpointsRequest::builder, endpoints::describe);
        table.add("DeleteVpcEndpoints", DeleteVpcEndpointsRequest::builder, endpoints::delete);
        table.add("ModifyVpcEndpoint", ModifyVpcEndpointRequest::builder, new EndpointChange(cloud)::modify);
        table.add("AcceptVpcEndpointConnections", AcceptVpcEndpointConnectionsRequest::builder, connections::accept);
        table.add("RejectVpcEndpointConnections", RejectVpcEndpointConnectionsRequest::builder, connections::reject);
        table.add("DescribeVpcEndpointConnections", DescribeVpcEndpointConnectionsRequest::builder,
                connections::describe);
    }
}
