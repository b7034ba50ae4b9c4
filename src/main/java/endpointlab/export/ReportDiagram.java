package endpointlab.export;

import endpointlab.i18n.Messages;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.FieldValues;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The architecture diagram as inline SVG, told from the lab's placement data and the states of its resources. */
final class ReportDiagram {

    private static final double ICON_INSET = 6;
    private static final double NAME_ROOM = 150;
    private static final double LETTER = 0.56;
    /** From here on letters are mostly as wide as high. */
    private static final int FIRST_WIDE = 0x1100;
    /** How much a frame's name may be condensed before it is cut. */
    private static final double TIGHTEST = 0.8;

    private final LabValues values;
    private final DiagramSpec spec;
    private final LabState state;
    private final Messages texts;
    private final Html html;

    ReportDiagram(LabValues values, DiagramSpec spec, LabState state, Messages texts, Html html) {
        this.values = values;
        this.spec = spec;
        this.state = state;
        this.texts = texts;
        this.html = html;
    }

    void draw() {
        html.markup("<svg class=\"diagram\" role=\"img\" viewBox=\"0 0 %s %s\" aria-label=\"", spec.width(),
                spec.height()).text(texts.text("export.report.diagram")).markup("\">\n");
        outside();
        spec.frames().forEach(this::frame);
        spec.links().stream().filter(link -> !link.kind().equals("way")).forEach(this::link);
        spec.routeTables().forEach(this::routeTable);
        spec.gateways().forEach(this::gateway);
        text(spec.privateLink().x(), spec.privateLink().y(), "caption", "AWS PrivateLink", NAME_ROOM);
        spec.tiles().forEach(this::tile);
        html.markup("</svg>\n");
    }

    private void outside() {
        DiagramSpec.Internet internet = spec.internet();
        box("internet", internet.x(), internet.y(), internet.width(), internet.height(), internet.height() / 2);
        double middle = internet.y() + internet.height() / 2;
        icon("client", internet.x() + 20, middle, 20);
        left(internet.x() + 36, middle, "name", texts.text("diagram.laptop"), internet.laptopWidth());
        text(internet.x() + internet.width() / 2, middle, "name", texts.text("diagram.internet"), NAME_ROOM);
        DiagramSpec.Box region = spec.region();
        box("region", region.x(), region.y(), region.width(), region.height(), 0);
        html.markup("<text class=\"address\" text-anchor=\"end\" x=\"%s\" y=\"%s\">", region.x() + region.width() - 8,
                region.y() + 14).text(texts.text("diagram.region", state.region())).markup("</text>\n");
    }

    private void frame(DiagramSpec.Frame frame) {
        ResourceSpec main = main(frame.resources());
        box(frame.kind() + lit(frame.resources()), frame.x(), frame.y(), frame.width(), frame.height(), 3);
        boolean group = frame.kind().equals("security-group");
        // A gateway and its route table stand at the left of a VPC's head; names begin right of them.
        double x = group ? frame.x() + frame.width() - 8 : frame.x() + 164;
        double y = frame.y() + (group ? 0 : 12);
        String name = frame.role() == null ? name(main) : texts.text("diagram.role." + frame.role()) + "  "
                + name(main);
        double room = group ? frame.width() - 16 : frame.x() + frame.width() - x - 6;
        String fitting = fitted(name, room / TIGHTEST, 12);
        boolean tight = width(fitting, 12) > room;
        html.markup("<text class=\"frame-name %s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\"", frame.kind(),
                group ? "end" : "start", x, y);
        if (tight) {
            html.markup(" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"", room);
        }
        html.markup(">").text(fitting).markup("</text>\n");
        if (!group) {
            String block = values.value(main, "cidr").orElse("")
                    + values.value(main, "az").map(zone -> "  " + zone).orElse("");
            left(x, y + 15, "address", block, frame.width() - 148);
        }
    }

    private void link(DiagramSpec.Link link) {
        boolean stood = link.needs().stream().allMatch(this::stood)
                && Stream.of(link.from(), link.to()).allMatch(end -> end.equals(DiagramSpec.INTERNET) || stood(end));
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < link.points().size(); i += 2) {
            points.append(link.points().get(i)).append(',').append(link.points().get(i + 1)).append(' ');
        }
        html.markup("<polyline class=\"link %s%s\" points=\"%s\"/>\n", link.kind(), stood ? " lit" : "",
                points.toString().strip());
    }

    private void routeTable(DiagramSpec.RouteTable table) {
        box("chip" + lit(table.resources()), table.x(), table.y(), table.width(), table.height(), table.height() / 2);
        text(table.x() + table.width() / 2, table.y() + table.height() / 2, "chip-text",
                mark(table.resources()) + " " + name(main(table.resources())), table.width() - 2);
    }

    private void gateway(DiagramSpec.Gateway gateway) {
        html.markup("<circle class=\"gateway%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n", lit(gateway.resources()),
                gateway.x(), gateway.y(), gateway.radius());
        icon("internet-gateway", gateway.x(), gateway.y(), gateway.radius() * 1.5);
        left(gateway.x() + gateway.radius() + 6, gateway.y() - 9, "name",
                name(main(gateway.resources())) + " " + mark(gateway.resources()), NAME_ROOM * 1.6);
    }

    private void tile(DiagramSpec.Tile tile) {
        double half = tile.size() / 2;
        box("tile" + lit(tile.resources()), tile.x() - half, tile.y() - half, tile.size(), tile.size(), 6);
        icon(tile.icon().toLowerCase(Locale.ROOT).replace('_', '-'), tile.x(), tile.y(), tile.size() - 2 * ICON_INSET);
        ResourceSpec main = main(tile.resources());
        text(tile.x(), tile.y() + half + 14, "name", name(main), NAME_ROOM);
        text(tile.x(), tile.y() + half + 28, "address", address(tile, main), NAME_ROOM);
        text(tile.x(), tile.y() + half + 42, "state" + lit(tile.resources()),
                mark(tile.resources()) + " " + texts.text("status." + state.resource(main.id()).status().word()),
                NAME_ROOM);
    }

    private String address(DiagramSpec.Tile tile, ResourceSpec main) {
        if (tile.address() == null) {
            return "";
        }
        return tile.address().startsWith("field:")
                ? "TCP " + values.fields().value(tile.address().substring("field:".length()))
                : state.resource(main.id()).attributes().getOrDefault(tile.address(), "");
    }

    private ResourceSpec main(List<String> resources) {
        return values.lab().resource(resources.get(0));
    }

    private String name(ResourceSpec resource) {
        return values.value(resource, "name").or(() -> values.value(resource, "group-name"))
                .orElseGet(() -> texts.text("kind." + resource.kind()));
    }

    /** Whether it was there once; what was cleaned up stood, too. */
    private boolean stood(String specId) {
        return state.resource(specId).readyAt() != null;
    }

    private String lit(List<String> resources) {
        return resources.stream().anyMatch(id -> state.resource(id).problem() != null) ? " failed"
                : resources.stream().allMatch(this::stood) ? " lit" : "";
    }

    /** State by a sign as well as by colour. */
    private String mark(List<String> resources) {
        Optional<ResourceState> failed = resources.stream().map(state::resource)
                .filter(each -> each.problem() != null).findFirst();
        return failed.isPresent() ? "✕" : resources.stream().allMatch(this::stood) ? "✓" : "○";
    }

    private void box(String styles, double x, double y, double width, double height, double radius) {
        html.markup("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>\n", styles, x, y,
                width, height, radius);
    }

    private void text(double x, double y, String style, String words, double room) {
        html.markup("<text class=\"%s\" text-anchor=\"middle\" x=\"%s\" y=\"%s\">", style, x, y + 4)
                .text(fitted(words, room, 12)).markup("</text>\n");
    }

    private void left(double x, double y, String style, String words, double room) {
        html.markup("<text class=\"%s\" x=\"%s\" y=\"%s\">", style, x, y + 4).text(fitted(words, room, 12))
                .markup("</text>\n");
    }

    /** Cut so that it surely fits: a reader's fonts aren't known. */
    private static String fitted(String words, double room, double size) {
        int end = words.length();
        while (end > 1 && width(words.substring(0, end), size) > room) {
            end = words.offsetByCodePoints(end, -1);
        }
        return end == words.length() ? words : words.substring(0, end) + "…";
    }

    /** About as wide as most fonts draw it. */
    private static double width(String words, double size) {
        return words.codePoints().mapToDouble(letter -> letter < FIRST_WIDE ? size * LETTER : size).sum();
    }

    private void icon(String name, double x, double y, double size) {
        if (name.equals("target-group")) {
            // AWS has no icon for it: rings, as on the screen.
            html.markup("<circle class=\"ring\" cx=\"%1$s\" cy=\"%2$s\" r=\"%3$s\"/><circle class=\"bull\" cx=\"%1$s\" "
                    + "cy=\"%2$s\" r=\"%4$s\"/>\n", x, y, size * 0.4, size * 0.17);
            return;
        }
        try (InputStream in = ReportDiagram.class.getResourceAsStream("/endpointlab/ui/icons/" + name + ".svg")) {
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<title>.*?</title>", "");
            html.markup("<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" ", x - size / 2, y - size / 2, size, size)
                    .markup(svg.substring(svg.indexOf("viewBox"))).markup("\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
