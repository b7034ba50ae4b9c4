package endpointlab.ui.cleanup;

import endpointlab.cost.CostMeter;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.ui.shared.Money;
import endpointlab.ui.shared.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that a run made, when it was deleted and what it cost, as a text to keep. Pure. */
final class Receipt {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Lab lab;
    private final Texts texts;

    Receipt(Lab lab, Texts texts) {
        this.lab = lab;
        this.texts = texts;
    }

    /**
     * @param bill  up to the end
     * @param clean whether AWS said that nothing is left
     */
    String text(LabState state, List<CostMeter.Line> bill, String priceDate, boolean clean) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("cleanup.receipt.title"));
        lines.add("LabRun=" + state.runId() + "  " + texts.text("main.mode." + state.mode()) + "  " + state.region());
        lines.add("");
        for (ResourceSpec spec : lab.resources()) {
            ResourceState resource = state.resource(spec.id());
            if (resource.intentAt() != null) {
                lines.add(texts.text("kind." + spec.kind()) + "  " + id(resource));
                lines.add("  " + texts.text("cleanup.receipt.life", time(resource.intentAt()),
                        resource.deletedAt() == null ? texts.text("cleanup.receipt.there")
                                : time(resource.deletedAt())));
            }
        }
        lines.add("");
        bill.forEach(line -> lines.add(texts.text(BillPane.key(line.item())) + "  " + BillPane.price(line.dollars())));
        lines.add(texts.text(state.mode().equals("practice") ? "cleanup.bill.practice" : "cleanup.bill.title") + "  "
                + Money.amount(CostMeter.total(bill)) + "  " + texts.text("cleanup.bill.date", priceDate));
        lines.add("");
        lines.add(texts.text(clean ? "cleanup.proof.clean" : "cleanup.receipt.not-proven"));
        return String.join("\n", lines) + "\n";
    }

    private static String id(ResourceState resource) {
        return resource.awsId() == null ? "-" : resource.awsId();
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
