package endpointlab.export;

import endpointlab.cost.CostMeter;
import endpointlab.cost.LabCost;
import endpointlab.cost.PriceTable;
import endpointlab.i18n.Messages;
import endpointlab.lab.CheckResult;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldType;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabStep;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.StepState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was done in a run, as one HTML file to read, print and hand in. It needs nothing beside itself, holds no script
 * and no secret, and a browser that opens it asks nobody for anything.
 */
public final class LabReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final LabValues values;
    private final DiagramSpec diagram;
    private final LabState state;
    private final PriceTable prices;
    private final Messages texts;
    private final Instant written;
    private final Html html;

    /**
     * @param masked  whether account, addresses and AWS's names are hidden
     * @param written wall time that the report names as its own
     */
    public LabReport(Lab lab, DiagramSpec diagram, LabState state, PriceTable prices, Messages texts, boolean masked,
                     Instant written) {
        this.values = new LabValues(lab, FieldValues.of(lab, state));
        this.diagram = diagram;
        this.state = state;
        this.prices = prices;
        this.texts = texts;
        this.written = written;
        this.html = new Html(masked);
    }

    /** The file's text; to be called once. */
    public String text() {
        head();
        section("export.report.diagram");
        new ReportDiagram(values, diagram, state, texts, html).draw();
        section("export.report.steps");
        steps();
        values.lab().steps().forEach(this::check);
        section("export.report.timeline");
        new ReportTimeline(values, state, texts, html).draw();
        section("export.report.values");
        fields();
        section("cleanup.receipt.title");
        receipt();
        section(state.mode().equals("practice") ? "cleanup.bill.practice" : "cleanup.bill.title");
        bill();
        html.markup("</section>");
        return Template.fill("report.html", Map.of("@BODY@", html.toString(), "@HTML@",
                "<html lang=\"" + texts.language().code() + "\">",
                "@TITLE@", "<title>" + new Html(false).text(texts.text("export.report.title")) + "</title>"));
    }

    private void section(String key) {
        html.markup("</section>\n<section>\n").element("h2", texts.text(key)).markup("\n");
    }

    private void head() {
        html.markup("<section>\n").element("h1", texts.text("export.report.title")).markup("\n<dl class=\"facts\">");
        fact("export.report.run", state.runId());
        fact("export.report.mode", texts.text("main.mode." + state.mode()));
        fact("export.report.region", state.region());
        if (!state.accountId().isEmpty()) {
            fact("export.report.account", state.accountId());
        }
        fact("export.report.begun", time(state.createdAt()));
        fact("export.report.written", time(written));
        long done = state.steps().values().stream().filter(step -> step.status() == StepState.Status.DONE).count();
        fact("export.report.done", done + " / " + values.lab().steps().size());
        html.markup("</dl>\n");
    }

    private void fact(String key, String value) {
        html.markup("<div>").element("dt", texts.text(key)).element("dd", value).markup("</div>");
    }

    private void steps() {
        html.markup("<table><thead><tr><th></th>").element("th", texts.text("export.report.step"))
                .element("th", texts.text("export.report.result")).element("th", texts.text("export.report.took"))
                .element("th", texts.text("export.report.finished")).markup("</tr></thead>\n<tbody>");
        for (LabStep step : values.lab().steps()) {
            StepState now = state.steps().getOrDefault(step.number(), StepState.OPEN);
            html.markup("<tr><td class=\"number\">%s</td><td>", step.number())
                    .text(texts.text("step." + step.number() + ".title"));
            if (now.problem() != null) {
                html.markup("<div class=\"problem\">").text(texts.text(now.problem().cause(),
                        now.problem().arguments())).markup("</div>");
            }
            html.markup("</td><td class=\"" + now.status().word() + "\">")
                    .text(texts.text("export.report.status." + now.status().word())).markup("</td><td class=\"number\">")
                    .text(took(step)).markup("</td><td class=\"number\">")
                    .text(now.finishedAt() == null ? "" : time(now.finishedAt())).markup("</td></tr>\n");
        }
        html.markup("</tbody></table>\n");
    }

    /** Lab time from the first call to the last resource ready, such as {@code 3:20}. */
    private String took(LabStep step) {
        List<ResourceState> made = values.lab().resources().stream().filter(spec -> spec.step() == step.number())
                .map(spec -> state.resource(spec.id()))
                .filter(each -> each.intentAt() != null && each.readyAt() != null).toList();
        Optional<Instant> start = made.stream().map(ResourceState::intentAt).min(Instant::compareTo);
        Optional<Instant> end = made.stream().map(ResourceState::readyAt).max(Instant::compareTo);
        if (start.isEmpty() || end.isEmpty()) {
            return "";
        }
        long seconds = Math.max(0, Duration.between(start.get(), end.get()).toSeconds());
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private void check(LabStep step) {
        CheckResult check = state.steps().getOrDefault(step.number(), StepState.OPEN).check();
        if (check == null) {
            return;
        }
        html.markup("<div class=\"check\">").element("h3", texts.text("export.report.check", step.number()));
        html.markup("<p><code>").text("$ " + check.command()).markup("</code></p><pre>").text(check.body());
        if (!check.stderr().isEmpty()) {
            html.text(check.stderr());
        }
        html.markup("</pre><p class=\"%s\">", check.passed() ? "done" : "failed").text(texts.text(check.passed()
                ? "export.report.check.passed" : "export.report.check.differs", check.exit())).markup("</p></div>\n");
    }

    private void fields() {
        html.markup("<table><thead><tr><th></th>").element("th", texts.text("export.report.field"))
                .element("th", texts.text("export.report.value")).markup("</tr></thead>\n<tbody>");
        for (LabStep step : values.lab().steps()) {
            for (FieldSpec field : step.fields()) {
                boolean edited = values.fields().edited().containsKey(field.key());
                html.markup("<tr><td class=\"number\">%s</td><td>", step.number())
                        .text(texts.text("field." + field.key())).markup("</td><td>");
                value(field);
                if (edited) {
                    html.markup(" ").element("span class=\"edited\"", texts.text("export.report.edited"));
                }
                html.markup("</td></tr>\n");
            }
        }
        html.markup("</tbody></table>\n");
    }

    private void value(FieldSpec field) {
        String value = values.fields().value(field.key());
        String word = "field." + field.key() + "." + value;
        if (field.type() == FieldType.USER_DATA) {
            html.element("pre", value);
        } else if (field.type() == FieldType.BOOLEAN && texts.has(word)) {
            html.text(texts.text(word));
        } else {
            html.value(value);
        }
    }

    private void receipt() {
        html.markup("<table><thead><tr><th></th>").element("th", texts.text("export.report.resource"))
                .element("th", "ID").element("th", texts.text("export.report.made"))
                .element("th", texts.text("export.report.deleted")).markup("</tr></thead>\n<tbody>");
        for (ResourceSpec spec : values.lab().resources()) {
            ResourceState resource = state.resource(spec.id());
            if (resource.intentAt() != null) {
                html.markup("<tr><td class=\"number\">%s</td><td>", spec.step()).text(texts.text("kind." + spec.kind()))
                        .markup("</td><td>").value(resource.awsId() == null ? "-" : resource.awsId())
                        .markup("</td><td class=\"number\">").text(time(resource.intentAt()))
                        .markup("</td><td class=\"number\">").text(resource.deletedAt() == null
                                ? texts.text("cleanup.receipt.there") : time(resource.deletedAt()))
                        .markup("</td></tr>\n");
            }
        }
        html.markup("</tbody></table>\n<p class=\"%s\">", state.finished() ? "done" : "open")
                .text(texts.text(state.finished() ? "cleanup.proof.clean" : "cleanup.receipt.not-proven"))
                .markup("</p>\n");
    }

    private void bill() {
        LabCost cost = new LabCost(values.lab(), prices);
        Instant end = ReportTimeline.end(state).orElse(written);
        Optional<PriceTable.Prices> known = prices.in(state.region());
        if (known.isEmpty()) {
            html.element("p", texts.text("export.report.no-prices", state.region()));
            return;
        }
        List<CostMeter.Line> lines = new CostMeter(known.get()).bill(state, cost.instanceTypes(state), end);
        html.markup("<table class=\"bill\"><tbody>");
        lines.forEach(line -> html.markup("<tr><td>").text(texts.text("cleanup.item."
                        + line.item().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .markup("</td><td class=\"number\">%s</td><td class=\"number\">USD %.4f</td></tr>\n",
                        line.count(), line.dollars()));
        html.markup("<tr class=\"total\"><td>").text(texts.text("export.report.total"))
                .markup("</td><td></td><td class=\"number\">USD %.2f</td></tr></tbody></table>\n<p class=\"legend\">",
                        CostMeter.total(lines))
                .text(texts.text("cleanup.bill.date", prices.date())).markup("</p>\n");
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
