package endpointlab.lab;

/** Carries a {@link Problem} up to whoever tells the learner. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code() + " in " + problem.operation() + ": " + problem.detail(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
