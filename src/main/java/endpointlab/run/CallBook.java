package endpointlab.run;

import endpointlab.aws.CallRecord;
import endpointlab.aws.CliText;
import endpointlab.aws.ReadableFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest calls with what was sent and answered, for reading. Safe for use by any thread. */
final class CallBook {

    private static final int KEPT = 500;

    private final String region;
    private final Map<CallSummary, CallRecord> calls = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallSummary, CallRecord> eldest) {
            return size() > KEPT;
        }
    };

    CallBook(String region) {
        this.region = region;
    }

    /** Keeps a call and tells it in plain words. */
    CallSummary enter(CallRecord call) {
        CallSummary summary = new CallSummary(call.at(), call.wall(), call.service(), call.action(),
                call.kind().word(), call.poll(), call.subject(), call.attempts(),
                call.fault() == null ? "" : call.fault().code(), call.requestId());
        synchronized (calls) {
            calls.put(summary, call);
        }
        return summary;
    }

    Optional<CallExchange> read(CallSummary summary) {
        CallRecord call;
        synchronized (calls) {
            call = calls.get(summary);
        }
        return Optional.ofNullable(call).map(this::exchange);
    }

    private CallExchange exchange(CallRecord call) {
        String command = String.join("\n\n", CliText.of(call.request(), region));
        return new CallExchange(command + "\n\n" + ReadableFields.of(call.request()), answer(call));
    }

    private static String answer(CallRecord call) {
        if (call.fault() != null) {
            return call.fault().code() + "\n" + call.fault().message() + "\nRequestId: " + call.requestId();
        }
        return call.response() == null ? "" : ReadableFields.of(call.response());
    }
}
