package endpointlab.ui.shared;

import static endpointlab.ui.diagram.FxSupport.fx;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * The icon files of the installed app show today's logo. {@code mvn test -Dtest=AppIconTest -Dicons=draw} draws
 * them anew.
 */
@ExtendWith(ApplicationExtension.class)
class AppIconTest {

    private static final Path WINDOWS = Path.of("assets/icon/app.ico");
    private static final Path MAC = Path.of("assets/icon/app.icns");
    /** The window shows it too. */
    private static final Path LINUX = Path.of("src/main/resources/endpointlab/ui/app.png");
    /** Renderers may differ at edges: mean difference of a colour channel, of 255. */
    private static final double ALIKE = 4;

    @Start
    void start(Stage stage) {
        // JavaFX has to run.
    }

    @Test
    void theIconFilesShowTheLogoInEverySize() throws IOException {
        if (System.getProperty("icons", "").equals("draw")) {
            Files.write(WINDOWS, fx(AppIcon::ico));
            Files.write(MAC, fx(AppIcon::icns));
            Files.write(LINUX, fx(AppIcon::png));
        }
        assertThat(alike(Files.readAllBytes(LINUX))).containsExactly(256);
        assertThat(alike(ofIco(Files.readAllBytes(WINDOWS))))
                .containsExactly(16, 24, 32, 48, 64, 256);
        assertThat(alike(ofIcns(Files.readAllBytes(MAC))))
                .containsExactly(128, 256, 512, 1024);
    }

    /** Widths of the pictures, each of which looks like the logo drawn now. */
    private static List<Integer> alike(byte[]... pictures) throws IOException {
        List<Integer> widths = new ArrayList<>();
        for (byte[] bytes : pictures) {
            BufferedImage kept = ImageIO.read(new ByteArrayInputStream(bytes));
            BufferedImage drawn = fx(() -> AppIcon.draw(kept.getWidth()));
            assertThat(kept.getHeight()).isEqualTo(drawn.getHeight()).isEqualTo(kept.getWidth());
            assertThat(difference(kept, drawn)).isLessThan(ALIKE);
            widths.add(kept.getWidth());
        }
        return widths;
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >>> shift & 0xff) - (other.getRGB(x, y) >>> shift & 0xff));
                }
            }
        }
        return sum / (4.0 * one.getWidth() * one.getHeight());
    }

    private static byte[][] ofIco(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        byte[][] pictures = new byte[buffer.getShort(4)][];
        for (int i = 0; i < pictures.length; i++) {
            int entry = 6 + 16 * i;
            int start = buffer.getInt(entry + 12);
            pictures[i] = Arrays.copyOfRange(file, start, start + buffer.getInt(entry + 8));
        }
        return pictures;
    }

    private static byte[][] ofIcns(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        assertThat(buffer.getInt(4)).isEqualTo(file.length);
        List<byte[]> pictures = new ArrayList<>();
        for (int at = 8; at < file.length; at += buffer.getInt(at + 4)) {
            pictures.add(Arrays.copyOfRange(file, at + 8, at + buffer.getInt(at + 4)));
        }
        return pictures.toArray(byte[][]::new);
    }
}
