package endpointlab.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every icon that we ship can be drawn, and fills the square it is asked for. */
@ExtendWith(ApplicationExtension.class)
class ResourceIconTest {

    @ParameterizedTest
    @EnumSource(ResourceIcon.class)
    void isDrawnInsideItsSquare(ResourceIcon icon) {
        Bounds bounds = icon.node(32).getBoundsInParent();
        assertThat(bounds.getWidth()).isBetween(20.0, 33.0);
        assertThat(bounds.getHeight()).isBetween(20.0, 33.0);
    }
}
