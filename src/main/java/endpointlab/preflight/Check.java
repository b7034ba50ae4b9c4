package endpointlab.preflight;

import endpointlab.aws.AwsCaller;

/** Looks at one topic. */
@FunctionalInterface
interface Check {

    /** @throws endpointlab.lab.ProblemException if AWS doesn't let it look */
    void look(AwsCaller aws, PreflightPlan plan, Findings findings);
}
