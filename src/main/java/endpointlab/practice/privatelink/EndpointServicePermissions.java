package endpointlab.practice.privatelink;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Ids;
import endpointlab.practice.world.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AddedPrincipal;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePermissionsResponse;

/**
 * Who may ask for a connection to an endpoint service.
 *
 * <p>Source: EC2 API Reference, ModifyVpcEndpointServicePermissions: ARNs of accounts, users and roles without paths,
 * or {@code *}. Removing a principal leaves its connections as they are (AWS-FACTS, I-25). Filter values with the
 * slash of a user's or role's ARN are refused (seen by the makers of Terraform). Assumed: code and text for
 * a malformed principal; the account that owns a service needs no entry.
 */
final class EndpointServicePermissions {

    private static final String PRINCIPAL = "\\*|arn:aws[a-z-]*:iam::\\d{12}:(root|(user|role)/[A-Za-z0-9+=,.@_-]+)";

    private final Cloud cloud;
    private final PrivateLinkFinder find;
    private final Filters<String> filters;

    EndpointServicePermissions(Cloud cloud) {
        this.cloud = cloud;
        this.find = new PrivateLinkFinder(cloud);
        this.filters = new Filters<String>(principal -> Map.of()).refusedAs(PrivateLinkErrors::invalidFilter)
                .with("principal", principal -> principal)
                .with("principal-type", EndpointServicePermissions::type);
    }

    ModifyVpcEndpointServicePermissionsResponse modify(ModifyVpcEndpointServicePermissionsRequest request) {
        EndpointService service = find.available(request.serviceId());
        if (request.addAllowedPrincipals().isEmpty() && request.removeAllowedPrincipals().isEmpty()) {
            throw new AwsException("MissingParameter",
                    "The request must contain the parameter AddAllowedPrincipals or RemoveAllowedPrincipals");
        }
        request.addAllowedPrincipals().forEach(EndpointServicePermissions::check);
        request.removeAllowedPrincipals().forEach(EndpointServicePermissions::check);
        Set<String> allowed = new LinkedHashSet<>(service.allowedPrincipals());
        request.removeAllowedPrincipals().forEach(allowed::remove);
        List<String> added = request.addAllowedPrincipals().stream().filter(allowed::add).toList();
        cloud.world.endpointServices.put(service.withAllowedPrincipals(List.copyOf(allowed)));
        return ModifyVpcEndpointServicePermissionsResponse.builder().returnValue(true)
                .addedPrincipals(added.stream().map(principal -> AddedPrincipal.builder().principal(principal)
                        .principalType(type(principal)).serviceId(service.id())
                        .servicePermissionId(permissionId(service, principal)).build()).toList()).build();
    }

    DescribeVpcEndpointServicePermissionsResponse describe(DescribeVpcEndpointServicePermissionsRequest request) {
        EndpointService service = find.described(request.serviceId());
        request.filters().stream().flatMap(filter -> filter.values().stream()).filter(value -> value.contains("/"))
                .findFirst().ifPresent(value -> {
                    throw PrivateLinkErrors.invalidFilter("The filter value " + value
                            + " contains unsupported characters");
                });
        Page<String> page = cloud.paging.page(filters.apply(service.allowedPrincipals(), request.filters()),
                principal -> principal, request.maxResults(), request.nextToken(), Page.Limits.ENDPOINTS);
        return DescribeVpcEndpointServicePermissionsResponse.builder().nextToken(page.nextToken())
                .allowedPrincipals(page.rows().stream().map(principal -> AllowedPrincipal.builder()
                        .principal(principal).principalType(type(principal)).serviceId(service.id())
                        .servicePermissionId(permissionId(service, principal)).build()).toList()).build();
    }

    /** A permission has no id of its own in the world, so it is given one that follows from whom it allows what. */
    private static String permissionId(EndpointService service, String principal) {
        return Ids.shared("vpce-svc-perm", service.id() + " " + principal);
    }

    private static void check(String principal) {
        if (!principal.matches(PRINCIPAL)) {
            throw PrivateLinkErrors.invalid("Invalid Principal: '" + principal + "'");
        }
    }

    private static String type(String principal) {
        if (principal.equals("*")) {
            return "All";
        }
        return principal.endsWith(":root") ? "Account" : principal.contains(":user/") ? "User" : "Role";
    }
}
