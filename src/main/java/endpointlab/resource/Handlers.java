package endpointlab.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All handlers, by kind. */
public final class Handlers {

    private final Map<String, ResourceHandler> byKind = new TreeMap<>();

    public Handlers() {
        List.of(new VpcHandler(), new InternetGatewayHandler(), new InternetGatewayAttachmentHandler(),
                new SubnetHandler(), new RouteTableHandler(), new RouteTableAssociationHandler(), new RouteHandler(),
                new KeyPairHandler(), new SecurityGroupHandler(), new SecurityGroupRulesHandler(),
                new InstanceHandler(), new LoadBalancerHandler(), new TargetGroupHandler(), new ListenerHandler(),
                new TargetHandler(), new EndpointServiceHandler(), new EndpointServicePermissionHandler(),
                new VpcEndpointHandler(), new EndpointConnectionHandler())
                .forEach(handler -> byKind.put(handler.kind(), handler));
    }

    public Set<String> kinds() {
        return Set.copyOf(byKind.keySet());
    }

    /** @throws IllegalArgumentException if nobody handles that kind */
    public ResourceHandler of(String kind) {
        ResourceHandler handler = byKind.get(kind);
        if (handler == null) {
            throw new IllegalArgumentException("no handler for kind " + kind);
        }
        return handler;
    }
}
