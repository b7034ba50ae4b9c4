package endpointlab.ui.shared;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/**
 * The icon of the installed app, drawn from the header's logo, in the files that Linux, Windows and macOS want. For the
 * JavaFX thread.
 */
final class AppIcon {

    /** Sizes in an ICO file; 0 stands for 256 there. */
    private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 256);
    /** Types of an ICNS file that hold a PNG, by size in pixels. */
    private static final Map<Integer, String> MAC = Map.of(
            128, "ic07", 256, "ic08", 512, "ic09", 1024, "ic10");
    private static final int LINUX = 256;
    /** The drawing's own units. */
    private static final double SIDE = 32;
    private static final double ROUND = 14;
    private static final double LOGO_WIDTH = 18;
    private static final double LOGO_HEIGHT = 10;
    private static final double LOGO_SCALE = 1.3;

    private AppIcon() {
    }

    static byte[] png() throws IOException {
        return png(LINUX);
    }

    static BufferedImage draw(int pixels) {
        Rectangle ground = new Rectangle(SIDE, SIDE, Color.web("#0969da"));
        ground.setArcWidth(ROUND);
        ground.setArcHeight(ROUND);
        SVGPath logo = new SVGPath();
        logo.setContent(PageHeader.LOGO);
        logo.setFill(Color.TRANSPARENT);
        logo.setStroke(Color.WHITE);
        logo.setStrokeWidth(1.6);
        logo.setStrokeLineCap(StrokeLineCap.BUTT);
        logo.getTransforms().setAll(new Scale(LOGO_SCALE, LOGO_SCALE));
        logo.setTranslateX((SIDE - LOGO_WIDTH * LOGO_SCALE) / 2);
        logo.setTranslateY((SIDE - LOGO_HEIGHT * LOGO_SCALE) / 2);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        clear.setTransform(new Scale(pixels / SIDE, pixels / SIDE));
        return SwingFXUtils.fromFXImage(new Group(ground, logo).snapshot(clear, null), null);
    }

    private static byte[] png(int pixels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(draw(pixels), "png", bytes);
        return bytes.toByteArray();
    }

    /** A header of 6 bytes, a directory of 16 for each picture, and the pictures as PNG (Windows Vista and later). */
    static byte[] ico() throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int size : WINDOWS) {
            pictures.add(png(size));
        }
        int start = 6 + 16 * pictures.size();
        ByteBuffer file = ByteBuffer.allocate(start + total(pictures)).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        for (int i = 0; i < pictures.size(); i++) {
            byte side = (byte) WINDOWS.get(i).intValue();
            file.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32)
                    .putInt(pictures.get(i).length).putInt(start);
            start += pictures.get(i).length;
        }
        pictures.forEach(file::put);
        return file.array();
    }

    /** A header of 8 bytes, then type, length with these 8 bytes, and PNG of each picture. */
    static byte[] icns() throws IOException {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        for (int size : MAC.keySet().stream().sorted().toList()) {
            pictures.put(MAC.get(size), png(size));
        }
        int length = 8 + 8 * pictures.size() + total(List.copyOf(pictures.values()));
        ByteBuffer file = ByteBuffer.allocate(length);
        file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        pictures.forEach((type, picture) -> file.put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + picture.length).put(picture));
        return file.array();
    }

    private static int total(List<byte[]> parts) {
        return parts.stream().mapToInt(part -> part.length).sum();
    }
}
