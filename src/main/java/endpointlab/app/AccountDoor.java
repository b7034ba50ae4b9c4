package endpointlab.app;

import endpointlab.aws.AwsAccess;
import endpointlab.clock.Cancellation;
import endpointlab.i18n.Messages;
import endpointlab.lab.Identity;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.Regions;
import endpointlab.preflight.PreflightLine;
import endpointlab.preflight.PreflightReport;
import endpointlab.preflight.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Leads the user of the terminal into an account: opens it, says whose it is, and asks whether that is right. */
final class AccountDoor {

    private final Surroundings around;
    private final Messages texts;
    private final Report report;
    private final CloudOptions options;

    AccountDoor(Surroundings around, Messages texts, Report report, CloudOptions options) {
        this.around = around;
        this.texts = texts;
        this.report = report;
        this.options = options;
    }

    /**
     * An account that is open.
     *
     * @param cloud whoever has this closes it
     * @param way   in which labs in it are opened
     */
    record Entered(Cloud cloud, Identity identity, LabAtWork.Way way) {
    }

    /**
     * The Region that was asked for, else the one that this computer is set up with for the profile.
     *
     * @throws BadInput if there is none, or none that we know
     */
    String region(String asked) {
        String region = Optional.ofNullable(asked).or(() -> around.machine().region(options.profile()))
                .orElseThrow(() -> BadInput.of("no-region"));
        if (!Regions.load().isKnown(region)) {
            throw BadInput.of("region", region);
        }
        return region;
    }

    /**
     * Opens the account and tells whose it is.
     *
     * @param mask whether the room may not see that
     * @throws endpointlab.lab.ProblemException if it can't be opened or doesn't answer
     */
    Entered enter(String region, boolean mask) {
        Optional<CloudAddress> address = options.address(around.machine());
        if (!options.trouble().isNone()) {
            throw BadInput.of("trouble-elsewhere");
        }
        Asking asking = new Asking(around, texts);
        Cloud cloud = around.clouds().account(
                new AwsAccess(options.profile(), region, address.map(CloudAddress::endpoint)),
                address.flatMap(CloudAddress::socks), options.paceOfAccount(address), around.machine(), asking);
        ExecutorService workers = Executors.newCachedThreadPool(LabAtWork.daemons());
        try {
            Identity identity = new WhoAmI(cloud, workers).ask();
            report.identity(mask ? identity.masked() : identity);
            return new Entered(cloud, identity, new LabAtWork.Way(address, options.profile(),
                    options.paceOfAccount(address), Trouble.none(), asking, Optional.of(cloud)));
        } catch (RuntimeException failure) {
            cloud.close();
            throw failure;
        } finally {
            workers.shutdownNow();
        }
    }

    /**
     * Looks at the account before anything is made there, and tells what isn't as it should be, and what it costs.
     *
     * @throws ProblemException {@code PreflightStops} if the lab would fail there
     */
    PreflightReport preflight(Cloud cloud, Lab lab, LabState state, AwsModeOptions how) {
        Cancellation cancellation = new Cancellation();
        try (Interrupts.Registration registration = around.interrupts().onInterrupt(cancellation::cancel)) {
            PreflightReport found = new PreflightWork(cloud, lab, cancellation).look(state, 1, how, line -> {
                if (line.verdict().compareTo(Verdict.WARNING) >= 0 || line.topic() == PreflightLine.Topic.COST) {
                    report.preflight(line);
                }
            });
            if (found.stops()) {
                throw new ProblemException(new Problem("PreflightStops", "terminal.preflight-stops.cause",
                        "terminal.preflight-stops.remedy", List.of(), "", "", ""), null);
            }
            return found;
        }
    }

    /** @throws BadInput if nobody said yes to working there */
    void confirm(boolean yes, Identity identity) {
        if (!yes && !new Asking(around, texts).agreed(texts.text("terminal.confirm"))) {
            throw BadInput.of("not-confirmed", identity.region());
        }
    }
}
