package endpointlab.lab;

import java.util.List;

/**
 * Where the lab's resources stand in the architecture diagram: what {@code labs/<id>/diagram.json} holds. All
 * numbers are logical units of a canvas {@code width} × {@code height}; the view scales it as a whole. The first
 * resource of a place gives it its name and its state; the others belong to it (an attachment, a rule, a listener) and
 * show through it while something happens to them.
 */
public record DiagramSpec(double width, double height, Internet internet, Box region, Caption privateLink,
                          List<Frame> frames, List<Gateway> gateways, List<RouteTable> routeTables,
                          List<Tile> tiles, List<Link> links) {

    /** Name of the internet's band as an end of links. */
    public static final String INTERNET = "internet";

    public DiagramSpec {
        frames = List.copyOf(frames);
        gateways = List.copyOf(gateways);
        routeTables = List.copyOf(routeTables);
        tiles = List.copyOf(tiles);
        links = List.copyOf(links);
    }

    /** A rectangle. */
    public record Box(double x, double y, double width, double height) {
    }

    /** The band above the region, with the learner's laptop at its left end. */
    public record Internet(double x, double y, double width, double height, double laptopWidth) {
    }

    /** A text centred on a point, lit when the resource is ready. */
    public record Caption(double x, double y, String resource) {
    }

    /**
     * A frame around others.
     *
     * @param kind {@code vpc}, {@code subnet} or {@code security-group}
     * @param role {@code customer} or {@code provider} on VPC frames, else {@code null}
     */
    public record Frame(String kind, String role, List<String> resources, double x, double y, double width,
                        double height) {
    }

    /** A round sign on a frame's edge, centred on a point. */
    public record Gateway(List<String> resources, double x, double y, double radius) {
    }

    /** A chip with a word in it. */
    public record RouteTable(List<String> resources, double x, double y, double width, double height) {
    }

    /**
     * A square with an icon, centred on a point, and three lines of text below.
     *
     * @param icon    name of the icon
     * @param address attribute of the first resource to show as its address, or {@code field:} and the key of a field
     *                that holds a TCP port; {@code null} if it has none
     */
    public record Tile(List<String> resources, String icon, double x, double y, double size, String address) {
    }

    /**
     * A line between two places, lit when all resources it needs are ready.
     *
     * @param kind   {@code gateway}, {@code local} or {@code privatelink}; {@code way} is seen only while a packet's
     *               way over it is shown
     * @param from   first resource of the place it starts from, or {@value #INTERNET}
     * @param points x and y of each corner in turn
     */
    public record Link(String kind, String from, String to, List<Double> points, List<String> needs) {
    }
}
