package endpointlab.practice.privatelink;

import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.World;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
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
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The operations of EC2 around AWS PrivateLink that the practice cloud answers. */
public final class PrivateLinkOperations {

    private final OperationTable table;
    private final World world;

    private PrivateLinkOperations(OperationTable table, World world) {
        this.table = table;
        this.world = world;
    }

    /** Adds them to EC2's table; each runs in the world's lock. */
    public static void register(OperationTable table, Cloud cloud) {
        PrivateLinkOperations operations = new PrivateLinkOperations(table, cloud.world);
        operations.services(cloud);
        operations.endpoints(cloud);
    }

    private void services(Cloud cloud) {
        EndpointServices services = new EndpointServices(cloud);
        EndpointServiceViews views = new EndpointServiceViews(cloud);
        EndpointServicePermissions permissions = new EndpointServicePermissions(cloud);
        add("CreateVpcEndpointServiceConfiguration", CreateVpcEndpointServiceConfigurationRequest::builder,
                services::create);
        add("ModifyVpcEndpointServiceConfiguration", ModifyVpcEndpointServiceConfigurationRequest::builder,
                services::modify);
        add("DeleteVpcEndpointServiceConfigurations", DeleteVpcEndpointServiceConfigurationsRequest::builder,
                services::delete);
        add("DescribeVpcEndpointServiceConfigurations", DescribeVpcEndpointServiceConfigurationsRequest::builder,
                views::describe);
        add("DescribeVpcEndpointServices", DescribeVpcEndpointServicesRequest::builder, views::describe);
        add("ModifyVpcEndpointServicePermissions", ModifyVpcEndpointServicePermissionsRequest::builder,
                permissions::modify);
        add("DescribeVpcEndpointServicePermissions", DescribeVpcEndpointServicePermissionsRequest::builder,
                permissions::describe);
    }

    private void endpoints(Cloud cloud) {
        Endpoints endpoints = new Endpoints(cloud);
        EndpointConnections connections = new EndpointConnections(cloud);
        add("CreateVpcEndpoint", CreateVpcEndpointRequest::builder, endpoints::create);
        add("DescribeVpcEndpoints", DescribeVpcEndpointsRequest::builder, endpoints::describe);
        add("DeleteVpcEndpoints", DeleteVpcEndpointsRequest::builder, endpoints::delete);
        add("ModifyVpcEndpoint", ModifyVpcEndpointRequest::builder, new EndpointChange(cloud)::modify);
        add("AcceptVpcEndpointConnections", AcceptVpcEndpointConnectionsRequest::builder, connections::accept);
        add("RejectVpcEndpointConnections", RejectVpcEndpointConnectionsRequest::builder, connections::reject);
        add("DescribeVpcEndpointConnections", DescribeVpcEndpointConnectionsRequest::builder,
                connections::describe);
    }

    private <B extends SdkPojo & SdkBuilder<B, I>, I, O extends SdkPojo> void add(
            String action, Supplier<B> builder, OperationTable.Handler<I, O> handler) {
        table.add(action, builder, (I request) -> world.locked(() -> handler.handle(request)));
    }
}
