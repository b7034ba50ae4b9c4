package endpointlab.practice.ec2;

import endpointlab.practice.machine.Machines;
import endpointlab.practice.machine.MachineSpec;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.InstanceStates;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Tags;
import endpointlab.practice.world.Transition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputRequest;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputResponse;
import software.amazon.awssdk.services.ec2.model.InstanceState;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesResponse;

/**
 * Launching and terminating instances, and their consoles. Machines are told after the change is saved, so that a
 * kill in between leaves an instance whose machine starts when the world is opened again.
 *
 * <p>Source: EC2 API Reference.
 */
final class InstanceOperations {

    private final Cloud cloud;
    private final Machines machines;
    private final InstanceLauncher launcher;
    private final InstanceFinder finder;
    private final InstanceViews views;

    InstanceOperations(Cloud cloud, Machines machines, Images images) {
        this.cloud = cloud;
        this.machines = machines;
        this.launcher = new InstanceLauncher(cloud, images);
        this.finder = new InstanceFinder(cloud);
        this.views = new InstanceViews(cloud, images);
    }

    void register(Registrar registrar) {
        registrar.addUnlocked("RunInstances", RunInstancesRequest::builder, launcher::check, this::run);
        registrar.addUnlocked("TerminateInstances", TerminateInstancesRequest::builder, this::terminate);
        registrar.addUnlocked("GetConsoleOutput", GetConsoleOutputRequest::builder, this::consoleOutput);
    }

    /** @param machines to be started */
    private record Launched(RunInstancesResponse answer, List<MachineSpec> machines) {
    }

    private RunInstancesResponse run(RunInstancesRequest request) {
        Launched launched = cloud.world.locked(() -> launch(request));
        launched.machines.forEach(machines::launch);
        return launched.answer;
    }

    private Launched launch(RunInstancesRequest request) {
        Optional<String> before = cloud.tokens.madeBefore("RunInstances", request.clientToken(), request);
        if (before.isPresent()) {
            return new Launched(answer(madeBefore(before.get())), List.of());
        }
        finder.forgetLongGone();
        List<Instance> made = launcher.launch(request);
        cloud.tokens.remember("RunInstances", request.clientToken(), request, made.get(0).reservationId());
        return new Launched(answer(made), made.stream().map(one -> MachineSpecs.of(cloud.world, one)).toList());
    }

    private List<Instance> madeBefore(String reservationId) {
        List<Instance> made = cloud.world.instances.where(one -> one.reservationId().equals(reservationId));
        Instant now = cloud.now();
        if (made.isEmpty() || made.stream().allMatch(
                one -> InstanceStates.at(one, now).equals(InstanceStates.TERMINATED))) {
            throw new AwsException("IdempotentInstanceTerminated",
                    "The instance launched with this client token has been terminated.");
        }
        return made;
    }

    private RunInstancesResponse answer(List<Instance> made) {
        return RunInstancesResponse.builder().reservationId(made.get(0).reservationId())
                .ownerId(cloud.world.accountId).groups(List.of())
                .instances(made.stream().map(views::launched).toList()).build();
    }

    private TerminateInstancesResponse terminate(TerminateInstancesRequest request) {
        if (request.instanceIds().isEmpty()) {
            throw new AwsException("MissingParameter", "The request must contain the parameter InstanceId");
        }
        TerminateInstancesResponse answer = cloud.world.locked(() -> {
            List<Instance> all = finder.surely(request.instanceIds());
            all.forEach(InstanceOperations::refuseProtected);
            return TerminateInstancesResponse.builder()
                    .terminatingInstances(all.stream().map(this::terminate).toList()).build();
        });
        answer.terminatingInstances().forEach(change -> machines.terminate(change.instanceId()));
        return answer;
    }

    private static void refuseProtected(Instance instance) {
        if (instance.mayNotBeTerminated()) {
            throw new AwsException("OperationNotPermitted", "The instance '" + instance.id() + "' may not be "
                    + "terminated. Modify its 'disableApiTermination' instance attribute and try again.");
        }
    }

    private InstanceStateChange terminate(Instance instance) {
        Instant now = cloud.now();
        String before = InstanceStates.at(instance, now);
        if (instance.terminatingAt() == null) {
            String name = Tags.nameOr(cloud.tags.of(instance.id()), instance.subnetId());
            Instant gone = now.plus(cloud.timing.draw(Transition.INSTANCE_TERMINATED, name, instance.id()));
            cloud.world.instances.put(instance.terminating(now, gone));
            cloud.interfaces.release(instance.id(), gone);
        }
        String after = before.equals(InstanceStates.TERMINATED) ? before : InstanceStates.SHUTTING_DOWN;
        return InstanceStateChange.builder().instanceId(instance.id()).previousState(state(before))
                .currentState(state(after)).build();
    }

    private static InstanceState state(String name) {
        return InstanceState.builder().name(name).code(InstanceStates.code(name)).build();
    }

    private GetConsoleOutputResponse consoleOutput(GetConsoleOutputRequest request) {
        String id = Invalid.required(request.instanceId(), "InstanceId");
        cloud.world.locked(() -> finder.seen(List.of(id)));
        String output = machines.consoleOutput(id);
        return GetConsoleOutputResponse.builder().instanceId(id).timestamp(cloud.now())
                .output(Base64.getEncoder().encodeToString(output.getBytes(StandardCharsets.UTF_8))).build();
    }
}
