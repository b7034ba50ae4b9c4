package endpointlab.lab;

/** The data of a lab contradicts itself or can't be read: a mistake of whoever wrote the lab, not of the learner. */
public final class LabFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LabFormatException(String message) {
        super(message);
    }

    public LabFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
