package endpointlab.ui.wizard;

import endpointlab.lab.LabState;
import endpointlab.run.LabSession;
import endpointlab.run.RunHandle;
import endpointlab.run.RunResult;
import endpointlab.run.WorkFound;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The commands of a {@link LabSession} as the wizard gives them. */
public interface SessionCommands {

    LabState state();

    boolean editable(String fieldKey);

    void setValue(String fieldKey, String value);

    Run runStep(int number);

    Run runSubstep(String id);

    Run runTo(int number, boolean accept);

    Run accept();

    Run reject();

    Run cleanUp();

    Run reconcile();

    Run allowSshFrom(String address);

    /** Looks for what was made by hand for a step; {@code found} is told by another thread. */
    Run checkWork(int number, Consumer<WorkFound> found);

    /** @param confirmed AWS ids by resource */
    Run adoptWork(int number, Map<String, String> confirmed);

    /** A command on its way. */
    record Run(Runnable cancel, CompletableFuture<RunResult> result) {

        static Run of(RunHandle handle) {
            return new Run(handle::cancel, handle.result());
        }
    }

    static SessionCommands of(LabSession session) {
        return new OfSession(session);
    }

    /** Passes everything on to a session. */
    record OfSession(LabSession session) implements SessionCommands {

        @Override
        public LabState state() {
            return session.state();
        }

        @Override
        public boolean editable(String fieldKey) {
            return session.editable(fieldKey);
        }

        @Override
        public void setValue(String fieldKey, String value) {
            session.setValue(fieldKey, value);
        }

        @Override
        public Run runStep(int number) {
            return Run.of(session.runStep(number));
        }

        @Override
        public Run runSubstep(String id) {
            return Run.of(session.runSubstep(id));
        }

        @Override
        public Run runTo(int number, boolean accept) {
            return Run.of(session.runTo(number, accept));
        }

        @Override
        public Run accept() {
            return Run.of(session.accept());
        }

        @Override
        public Run reject() {
            return Run.of(session.reject());
        }

        @Override
        public Run cleanUp() {
            return Run.of(session.cleanUp());
        }

        @Override
        public Run reconcile() {
            return Run.of(session.reconcile());
        }

        @Override
        public Run allowSshFrom(String address) {
            return Run.of(session.allowSshFrom(address));
        }

        @Override
        public Run checkWork(int number, Consumer<WorkFound> found) {
            return Run.of(session.checkWork(number, found));
        }

        @Override
        public Run adoptWork(int number, Map<String, String> confirmed) {
            return Run.of(session.adoptWork(number, confirmed));
        }
    }
}
