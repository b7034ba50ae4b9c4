package endpointlab.practice.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All entities of one kind in the world, by id. Not thread-safe: the {@link World}'s lock guards it.
 *
 * @param <E> an immutable record; a change puts a new one in its place
 */
public final class Table<E extends Entity> {

    private final Map<String, E> rows = new LinkedHashMap<>();
    private long changes;

    public Optional<E> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    public void put(E entity) {
        rows.put(entity.id(), entity);
        changes++;
    }

    /** Replaces the entity with that id by what {@code change} makes of it; nothing happens if there is none. */
    public void update(String id, UnaryOperator<E> change) {
        rows.computeIfPresent(id, (key, entity) -> {
            changes++;
            return change.apply(entity);
        });
    }

    public void remove(String id) {
        if (rows.remove(id) != null) {
            changes++;
        }
    }

    /** How many changes were made to this table. */
    long changes() {
        return changes;
    }

    public List<E> all() {
        return List.copyOf(rows.values());
    }

    public List<E> where(Predicate<? super E> condition) {
        return rows.values().stream().filter(condition).toList();
    }
}
