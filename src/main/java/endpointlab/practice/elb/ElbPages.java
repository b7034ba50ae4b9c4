package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Entity;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Paging;
import java.util.List;

/**
 * ELBv2's paging by {@code Marker} and {@code PageSize} (1 to 400). Without a page size a page is as long as it may
 * be. Source: ELBv2 API Reference. Assumed: the texts of the errors.
 */
final class ElbPages {

    private static final int LARGEST = 400;
    private static final Page.Limits LIMITS = new Page.Limits(1, LARGEST, false);

    private final Paging paging;

    ElbPages(Paging paging) {
        this.paging = paging;
    }

    /** @throws AwsException {@code ValidationError} for a size out of range or a marker that is none of ours */
    <E extends Entity> Page<E> page(List<E> rows, Integer pageSize, String marker) {
        if (pageSize != null && (pageSize < 1 || pageSize > LARGEST)) {
            throw ElbErrors.validation("Page size '" + pageSize + "' must be between 1 and " + LARGEST);
        }
        try {
            return paging.page(rows, Entity::id, pageSize == null ? LARGEST : pageSize, marker, LIMITS);
        } catch (AwsException badMarker) {
            throw ElbErrors.validation("Marker '" + marker + "' is not valid");
        }
    }
}
