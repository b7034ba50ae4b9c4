package endpointlab.ui.shared;

/** The pages to read before the first step. */
public final class ConceptPages {

    public static final int COUNT = 6;

    private ConceptPages() {
    }
}
