package endpointlab.app;

import endpointlab.i18n.Messages;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.ProblemException;
import endpointlab.store.LabHome;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;

/** A command of the terminal front; what it throws becomes a sentence and an exit code here. */
abstract class TerminalCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(TerminalCommand.class);

    private final Surroundings around;

    @Mixin
    private CommonOptions common;

    TerminalCommand(Surroundings around) {
        this.around = around;
    }

    /** @return the exit code */
    @Override
    public final Integer call() {
        Messages texts = around.texts().apply(common.language());
        Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
        Report report = Reports.of(around, common.json(), texts, lab);
        LabHome home = common.home(around.home());
        try {
            return run(lab, home, texts, report);
        } catch (BadInput bad) {
            report.badInput(bad.sentences(texts));
            return ExitCode.BAD_INPUT;
        } catch (ProblemException failure) {
            LOG.warn("command failed: {}", failure.getMessage());
            LOG.debug("where", failure);
            return LabWork.failed(report, failure.problem());
        } catch (CancellationException interrupted) {
            report.end(new Report.End(false, true, OptionalInt.empty(), 0, OptionalLong.empty(), Map.of()));
            return ExitCode.CANCELLED;
        } catch (RuntimeException mistake) {
            around.logTo().accept(home.log());
            LOG.error("a mistake in the program", mistake);
            return LabWork.failed(report, LabWork.unexpected(mistake, home));
        }
    }

    abstract int run(Lab lab, LabHome home, Messages texts, Report report);

    Surroundings around() {
        return around;
    }

    boolean json() {
        return common.json();
    }
}
