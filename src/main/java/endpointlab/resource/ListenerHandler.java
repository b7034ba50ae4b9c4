package endpointlab.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** TCP listeners that forward to one target group. */
final class ListenerHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "listener";
    }

    /** Its load balancer is this run's, so whatever listens on that port there is, too. */
    @Override
    public List<String> find(ResourceWork work) {
        DescribeListenersRequest request =
                DescribeListenersRequest.builder().loadBalancerArn(work.input("load-balancer")).build();
        Stream<Listener> listeners = Tolerance.ifThere(() -> work.aws().read(request,
                work.aws().elb()::describeListeners)).stream().flatMap(answer -> answer.listeners().stream());
        return listeners.filter(listener -> listener.port() == work.number("port")).map(Listener::listenerArn)
                .toList();
    }

    @Override
    public CreateListenerRequest request(ResourceWork work) {
        return CreateListenerRequest.builder()
                .loadBalancerArn(work.input("load-balancer")).protocol(ProtocolEnum.TCP).port(work.number("port"))
                .defaultActions(Action.builder().type(ActionTypeEnum.FORWARD)
                        .targetGroupArn(work.input("target-group")).build())
                .tags(work.tags().forLoadBalancing()).build();
    }

    @Override
    public Look create(ResourceWork work) {
        work.aws().change(request(work), work.aws().elb()::createListener, work.repeatable(),
                answer -> work.made(answer.listeners().get(0).listenerArn()));
        return Look.ready();
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeListenersRequest request = DescribeListenersRequest.builder().listenerArns(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().elb()::describeListeners))
                .filter(answer -> !answer.listeners().isEmpty()).map(answer -> Look.ready()).orElse(Look.gone());
    }

    /** Targets are checked from the moment a listener uses their group, so it is made before the slow part is over. */
    @Override
    public boolean existenceIsEnough(String input) {
        return input.equals("load-balancer");
    }

    @Override
    public Optional<String> deletedWith() {
        return Optional.of("load-balancer");
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteListenerRequest request = DeleteListenerRequest.builder().listenerArn(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().elb()::deleteListener, work.repeatable()));
    }
}
