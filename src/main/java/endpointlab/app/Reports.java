package endpointlab.app;

import endpointlab.i18n.Messages;
import endpointlab.lab.Lab;

/** Which report a command gives. */
final class Reports {

    private Reports() {
    }

    static Report of(Surroundings around, boolean json, Messages texts, Lab lab) {
        if (json) {
            return new JsonReport(around.out(), texts);
        }
        return new HumanReport(around, texts, lab, new StatusLine(around.out(), around.interactive(), texts));
    }
}
