package endpointlab.export;

import endpointlab.i18n.Messages;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** When each resource was made, ready and deleted, as bars in lab time. */
final class ReportTimeline {

    private static final double WIDTH = 1016;
    private static final double NAMES = 250;
    private static final double ROW = 19;
    private static final double HEAD = 22;
    private static final List<Integer> TICK_MINUTES = List.of(1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1440);
    private static final int MOST_TICKS = 12;

    private final LabValues values;
    private final LabState state;
    private final Messages texts;
    private final Html html;
    private final List<ResourceSpec> made;

    ReportTimeline(LabValues values, LabState state, Messages texts, Html html) {
        this.values = values;
        this.state = state;
        this.texts = texts;
        this.html = html;
        this.made = values.lab().resources().stream()
                .filter(spec -> state.resource(spec.id()).intentAt() != null).toList();
    }

    /** The last moment of lab time that the state knows of; empty if nothing was ever made. */
    static Optional<Instant> end(LabState state) {
        return state.resources().values().stream().flatMap(ReportTimeline::moments).max(Instant::compareTo);
    }

    private static Stream<Instant> moments(ResourceState resource) {
        return Stream.of(resource.intentAt(), resource.readyAt(), resource.deletedAt(), resource.statusAt())
                .filter(Objects::nonNull);
    }

    void draw() {
        if (made.isEmpty()) {
            html.element("p", texts.text("export.report.nothing-made"));
            return;
        }
        Instant start = made.stream().map(spec -> state.resource(spec.id()).intentAt()).min(Instant::compareTo)
                .orElseThrow();
        Instant end = end(state).orElseThrow();
        double span = Math.max(1, Duration.between(start, end).toMillis());
        double height = HEAD + ROW * made.size() + 4;
        html.markup("<svg class=\"timeline\" role=\"img\" viewBox=\"0 0 %s %s\" aria-label=\"", WIDTH, height)
                .text(texts.text("export.report.timeline")).markup("\">\n");
        ticks(span, height);
        for (int i = 0; i < made.size(); i++) {
            row(made.get(i), HEAD + ROW * i, start, end, span);
        }
        html.markup("</svg>\n<p class=\"legend\"><span class=\"key making\"></span> ")
                .text(texts.text("export.report.making")).markup(" <span class=\"key there\"></span> ")
                .text(texts.text("export.report.there")).markup("</p>\n");
    }

    private void ticks(double span, double height) {
        double minutes = span / 60_000;
        int every = TICK_MINUTES.stream().filter(each -> minutes / each <= MOST_TICKS).findFirst()
                .orElse((int) Math.ceil(minutes / MOST_TICKS));
        for (int at = 0; at <= minutes; at += every) {
            double x = x(at * 60_000.0, span);
            html.markup("<line class=\"tick\" x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$s\" y2=\"%3$s\"/>", x, HEAD - 6, height)
                    .markup("<text class=\"address\" text-anchor=\"middle\" x=\"%s\" y=\"11\">", x)
                    .text(texts.text("export.report.minutes", String.valueOf(at))).markup("</text>\n");
        }
    }

    private void row(ResourceSpec spec, double y, Instant start, Instant end, double span) {
        ResourceState resource = state.resource(spec.id());
        html.markup("<text class=\"row\" x=\"0\" y=\"%s\">", y + 13)
                .text(spec.step() + "  " + texts.text("kind." + spec.kind())).markup("</text>\n");
        Instant gone = resource.deletedAt() == null ? end : resource.deletedAt();
        Instant ready = resource.readyAt() == null ? gone : resource.readyAt();
        bar("making", resource.intentAt(), ready, start, span, y);
        if (resource.readyAt() != null) {
            bar("there", ready, gone, start, span, y);
        }
    }

    private void bar(String style, Instant from, Instant to, Instant start, double span, double y) {
        double left = x(Duration.between(start, from).toMillis(), span);
        double right = x(Duration.between(start, to).toMillis(), span);
        html.markup("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"11\"/>\n", style, left, y + 3,
                Math.max(1.5, right - left));
    }

    private static double x(double millis, double span) {
        return Math.round((NAMES + (WIDTH - NAMES - 24) * millis / span) * 10) / 10.0;
    }
}
