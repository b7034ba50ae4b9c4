package endpointlab.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who are told. One that fails is logged and does not disturb the work or the others. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<LabListener> listeners = new CopyOnWriteArrayList<>();

    void add(LabListener listener) {
        listeners.add(listener);
    }

    void remove(LabListener listener) {
        listeners.remove(listener);
    }

    void tell(Consumer<LabListener> news) {
        for (LabListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException failure) {
                LOG.error("a listener failed", failure);
            }
        }
    }
}
