package endpointlab.run;

import endpointlab.aws.Problems;
import endpointlab.aws.UnknownOutcomeException;
import endpointlab.lab.Input;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.resource.Look;
import endpointlab.resource.ResourceHandler;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one resource, from whatever point it was left at: save the intent, find what a crash left
 * behind or create, save the id at once, wait until it is ready, save that.
 */
final class ResourceMaker {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceMaker.class);

    /** As many as a call that may be repeated gets in the time that a bad server is given, see RetryRules. */
    private static final int TRIES_AFTER_UNKNOWN_OUTCOME = 8;

    private final Engine engine;
    private final Works works;
    private final Patience patience;
    private final OwnResources own;
    private final Adoption adoption;
    private final Outlived outlived;

    ResourceMaker(Engine engine, Works works) {
        this.engine = engine;
        this.works = works;
        this.patience = new Patience(engine, works);
        this.own = new OwnResources(engine, works.cancellation());
        this.adoption = new Adoption(engine, works);
        this.outlived = new Outlived(engine);
    }

    /**
     * @param exists is run as soon as the resource exists
     * @return {@code READY}, or {@code HELD} if it now waits for a person
     * @throws ProblemException      if it can't be made; the state says so, too
     * @throws CancellationException if cancelled; the state is such that another attempt goes on from there
     */
    Look.Status make(ResourceSpec spec, Runnable exists) {
        try {
            Look look = leftBehind(spec).orElseGet(() -> create(spec));
            exists.run();
            return finish(spec, patience.untilReady(spec, look,
                    engine.handler(spec).isDecision()));
        } catch (ProblemException problem) {
            engine.keeper().resource(spec.id(), was -> ResourceChanges.failed(was, problem.problem()));
            throw problem;
        } finally {
            engine.waits().ended(spec.id());
        }
    }

    /** Waits for a resource that was held by a person, now that the decision is taken. */
    void makeReadyAfterDecision(ResourceSpec spec) {
        finish(spec, patience.untilReady(spec, engine.handler(spec).look(works.toMake(spec)), true));
    }

    /** Looks once at a resource held by a person and notes if it can never become ready. */
    void noteIfFailed(ResourceSpec spec) {
        Look look = engine.handler(spec).look(works.toMake(spec));
        if (look.status() == Look.Status.FAILED) {
            engine.keeper().resource(spec.id(),
                    was -> ResourceChanges.failed(was, look.problem(), look.awsState()));
        }
    }

    private Look.Status finish(ResourceSpec spec, Look look) {
        switch (look.status()) {
            case READY -> engine.keeper().resource(spec.id(),
                    was -> ResourceChanges.ready(was, look, engine.clock().now()));
            case HELD -> engine.keeper().resource(spec.id(), was -> ResourceChanges.waiting(was, look));
            case FAILED -> {
                engine.keeper().resource(spec.id(),
                        was -> ResourceChanges.failed(was, look.problem(), look.awsState()));
                throw new ProblemException(look.problem(), null);
            }
            default -> throw new ProblemException(new Problem("Vanished", "problem.vanished.cause",
                    "problem.vanished.remedy", List.of(engine.keeper().resource(spec.id()).awsId()), "", "", ""),
                    null);
        }
        return look.status();
    }

    /** What an earlier attempt made; empty if there is nothing of it, or nothing of use. */
    private Optional<Look> leftBehind(ResourceSpec spec) {
        ResourceState state = engine.keeper().resource(spec.id());
        if (!state.mayExist()) {
            return Optional.empty();
        }
        ResourceHandler handler = engine.handler(spec);
        boolean idKnown = state.awsId() != null;
        if (!idKnown && !adoption.adopt(spec, own.find(state, () -> handler.find(works.toMake(spec))))) {
            return Optional.empty();
        }
        Look look = handler.look(works.toMake(spec));
        boolean outlives = look.status() == Look.Status.READY && outlived.of(spec).isPresent();
        if (look.status() == Look.Status.FAILED || outlives) {
            LOG.info("{} is {}{} and is replaced", spec.id(), look.awsState(), outlives ? ", made with another" : "");
            new ResourceRemover(engine, works).remove(spec, () -> { });
            return Optional.empty();
        }
        if (look.status() == Look.Status.READY && !look.differences().isEmpty()) {
            LOG.info("{} differs and is set back: {}", spec.id(), look.differences());
            handler.repair(works.toMake(spec), look.differences());
            look = handler.look(works.toMake(spec));
        }
        boolean undecided = look.status() == Look.Status.HELD && handler.isDecision();
        boolean gone = look.status() == Look.Status.GONE && !mayBecomeVisible(state);
        return gone || undecided ? Optional.empty() : Optional.of(look);
    }

    private boolean mayBecomeVisible(ResourceState state) {
        return state.status() == ResourceStatus.WAITING && own.maybeInvisible(state);
    }

    private Look create(ResourceSpec spec) {
        ResourceHandler handler = engine.handler(spec);
        works.toMake(spec);
        unsettleUsers(spec);
        engine.keeper().resource(spec.id(),
                was -> ResourceChanges.intended(was, token(was, handler), outlived.notes(spec),
                        engine.clock().now()));
        try {
            return handler.create(works.toMake(spec));
        } catch (UnknownOutcomeException unknown) {
            return createAgain(spec, handler, unknown);
        }
    }

    /**
     * What was made with the one that is replaced has to be looked at again, perhaps by another run: its step may not
     * be wanted now, or the program be killed before it comes to it.
     */
    private void unsettleUsers(ResourceSpec spec) {
        String old = Objects.requireNonNullElse(engine.keeper().resource(spec.id()).awsId(), spec.id());
        for (String id : engine.graph().dependants(spec.id())) {
            if (uses(engine.lab().resource(id), spec)
                    && engine.keeper().resource(id).status() == ResourceStatus.READY) {
                engine.keeper().resource(id, was -> ResourceChanges.drifted(was, new Problem("Drift",
                        "problem.drift-replaced.cause", "problem.drift-changed.remedy",
                        List.of(was.awsId(), old), "", "", ""), was.awsState()));
            }
        }
    }

    /** Other than by a copy of it, of which {@link Outlived} keeps the books. */
    private boolean uses(ResourceSpec user, ResourceSpec used) {
        return user.inputs().entrySet().stream()
                .filter(input -> !engine.handler(user).keepsWhatItWasMadeWith(input.getKey()))
                .anyMatch(input -> Input.parse(input.getValue()) instanceof Input.ResourceReference reference
                        && reference.resourceId().equals(used.id()));
    }

    /** @param first says why it isn't known whether there is one already */
    private Look createAgain(ResourceSpec spec, ResourceHandler handler, UnknownOutcomeException first) {
        UnknownOutcomeException unknown = first;
        for (int attempt = 1; attempt <= TRIES_AFTER_UNKNOWN_OUTCOME; attempt++) {
            LOG.info("{} of {} may have been carried out: {}", unknown.action(), spec.id(), unknown.fault().code());
            if (adoptJustMade(spec, handler)) {
                return handler.look(works.toMake(spec));
            }
            try {
                return handler.create(works.toMake(spec));
            } catch (UnknownOutcomeException again) {
                unknown = again;
            } catch (ProblemException refused) {
                // Its name or its block may be taken by the one that was made unseen.
                if (adoptJustMade(spec, handler)) {
                    return handler.look(works.toMake(spec));
                }
                throw refused;
            }
        }
        throw Problems.of(unknown.action(), unknown.fault(), unknown);
    }

    private boolean adoptJustMade(ResourceSpec spec, ResourceHandler handler) {
        return adoption.adopt(spec, own.findJustMade(() -> handler.find(works.toMake(spec))));
    }

    /** The token of an attempt whose call may have been sent is used again; after a final answer a new one is due. */
    private static String token(ResourceState was, ResourceHandler handler) {
        if (!handler.takesClientToken()) {
            return null;
        }
        boolean maybeSent = was.status() == ResourceStatus.CREATING && was.clientToken() != null;
        return maybeSent ? was.clientToken() : UUID.randomUUID().toString();
    }
}
