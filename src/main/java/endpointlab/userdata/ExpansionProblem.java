package endpointlab.userdata;

import java.io.IOException;

/** A word that can't be expanded; the command it stands in fails. */
final class ExpansionProblem extends IOException {

    ExpansionProblem(String message) {
        super(message);
    }
}
