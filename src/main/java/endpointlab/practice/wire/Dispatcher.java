package endpointlab.practice.wire;

import endpointlab.practice.wire.OperationTable.Operation;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Finds the operation that a request names, decodes its parameters and carries it out. */
final class Dispatcher {

    private final Map<AwsService, OperationTable> operations = new EnumMap<>(AwsService.class);
    private final Map<AwsService, QueryDecoder> decoders = new EnumMap<>(AwsService.class);
    private final RequestInterceptor interceptor;
    private final CallCounter calls;

    Dispatcher(Map<AwsService, OperationTable> operations, RequestInterceptor interceptor, CallCounter calls) {
        for (AwsService service : AwsService.values()) {
            this.operations.put(service, operations.getOrDefault(service, new OperationTable()));
            this.decoders.put(service, new QueryDecoder(service));
        }
        this.interceptor = interceptor;
        this.calls = calls;
    }

    /**
     * What came of a call.
     *
     * @param action   its action
     * @param response what the operation answered
     */
    record Outcome(String action, SdkPojo response) {
    }

    /**
     * @param parameters all of them, {@code Action} and {@code Version} too
     * @throws AwsException         for every error answer
     * @throws BrokenConnection     if the interceptor wants it
     * @throws InterruptedException if the interceptor's wait was interrupted
     */
    Outcome dispatch(AwsService service, Map<String, String> parameters, Principal principal)
            throws InterruptedException {
        WireErrors errors = new WireErrors(service);
        Map<String, String> rest = new LinkedHashMap<>(parameters);
        String action = Objects.requireNonNullElse(rest.remove("Action"), "");
        String version = Objects.requireNonNullElse(rest.remove("Version"), "");
        if (action.isEmpty()) {
            throw errors.missingAction();
        }
        if (!version.equals(service.version())) {
            throw version.isEmpty() ? errors.missingParameter("Version") : errors.wrongVersion(action, version);
        }
        Operation<?, ?, ?> operation = operations.get(service).find(action).orElseThrow(() ->
                service.knows(action) ? errors.lackingOperation(action) : errors.invalidAction(action));
        calls.count(service.signingName() + ":" + action);
        return new Outcome(action, run(operation, service, rest, principal));
    }

    private <B extends SdkPojo & SdkBuilder<B, I>, I, O extends SdkPojo> SdkPojo run(
            Operation<B, I, O> operation, AwsService service, Map<String, String> parameters, Principal principal)
            throws InterruptedException {
        B builder = operation.builder().get();
        decoders.get(service).decode(ParameterTree.of(parameters), builder);
        I request = builder.build();
        return interceptor.around(new ApiCall(service, operation.action(), (SdkPojo) request, principal), () -> {
            if (isDryRun((SdkPojo) request)) {
                operation.check().accept(request);
                throw new WireErrors(service).dryRun();
            }
            return operation.handler().handle(request);
        });
    }

    private static boolean isDryRun(SdkPojo request) {
        SdkField<?> field = request.sdkFieldNameToField().get("DryRun");
        return field != null && Boolean.TRUE.equals(field.getValueOrDefault(request));
    }
}
