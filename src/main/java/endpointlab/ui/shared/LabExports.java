package endpointlab.ui.shared;

import endpointlab.export.ExportForm;
import endpointlab.i18n.Language;
import endpointlab.lab.LabState;
import java.util.concurrent.CompletableFuture;

/** Where the window takes exports from; {@code app} puts it into practice. */
@FunctionalInterface
public interface LabExports {

    /**
     * The lab with the values and results of a state.
     *
     * @param masked whether a report hides account, addresses and AWS's names
     * @return the file's text; completes on any thread
     */
    CompletableFuture<String> text(ExportForm form, LabState state, Language language, boolean masked);
}
