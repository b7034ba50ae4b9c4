package endpointlab.practice;

import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.RequestInterceptor;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** Several interceptors around each other, the first outermost. */
record Interceptors(List<RequestInterceptor> all) implements RequestInterceptor {

    @Override
    public void before(ApiCall call) throws InterruptedException {
        for (RequestInterceptor each : all) {
            each.before(call);
        }
    }

    @Override
    public SdkPojo around(ApiCall call, Operation operation) throws InterruptedException {
        Operation inner = operation;
        for (int i = all.size() - 1; i >= 0; i--) {
            RequestInterceptor outer = all.get(i);
            Operation next = inner;
            inner = () -> outer.around(call, next);
        }
        return inner.carryOut();
    }
}
