package io.terralake.emulator.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is emulated to exist. One request at a time works on it. */
public final class Store implements AutoCloseable {
    private final Map<Space, NavigableMap<String, ObjectNode>> spaces = new EnumMap<>(Space.class);
    private final @Nullable Journal journal;

    private Store(@Nullable Journal journal) {
        this.journal = journal;
        for (Space space : Space.values()) {
            spaces.put(space, new TreeMap<>());
        }
    }

    /** One that is forgotten with the process. */
    public static Store inMemory() {
        return new Store(null);
    }

    /**
     * One that a file keeps: each change is written before it is answered, so that a killed emulator comes back with all of them.
     *
     * @throws IOException when the file cannot be written, is in use by another emulator, or is no state of one
     */
    public static Store in(Path file) throws IOException {
        Journal journal = Journal.open(file);
        Store store = new Store(journal);
        try {
            journal.replay(store::set);
            journal.compact(store.lines());
            return store;
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    /** What has the key, itself and no copy. */
    public Optional<ObjectNode> get(Space space, String key) {
        return Optional.ofNullable(of(space).get(key));
    }

    public boolean has(Space space, String key) {
        return of(space).containsKey(key);
    }

    /** Puts something in, or in the place of what had the key. */
    public void put(Space space, String key, ObjectNode json) {
        change(new Line(space, key, json));
    }

    /** Takes something out; empty when there was nothing. */
    public Optional<ObjectNode> remove(Space space, String key) {
        Optional<ObjectNode> removed = get(space, key);
        if (removed.isPresent()) {
            change(new Line(space, key, null));
        }
        return removed;
    }

    /** What has a key that starts with the prefix, by key. */
    public NavigableMap<String, ObjectNode> below(Space space, String prefix) {
        return Collections.unmodifiableNavigableMap(
                of(space).subMap(prefix, true, prefix + Character.MAX_VALUE, false));
    }

    /** What is directly below a path, which ends without a slash. */
    public List<ObjectNode> children(Space space, String path) {
        String prefix = path + "/";
        return below(space, prefix).entrySet().stream()
                .filter(entry -> entry.getKey().indexOf('/', prefix.length()) < 0)
                .map(Map.Entry::getValue)
                .toList();
    }

    public Collection<ObjectNode> all(Space space) {
        return Collections.unmodifiableCollection(of(space).values());
    }

    @Override
    public void close() throws IOException {
        if (journal != null) {
            journal.close();
        }
    }

    private NavigableMap<String, ObjectNode> of(Space space) {
        return spaces.get(space);
    }

    /** What cannot be written did not happen. */
    private void change(Line line) {
        if (journal != null) {
            journal.write(line);
        }
        set(line);
    }

    private void set(Line line) {
        if (line.json() == null) {
            of(line.space()).remove(line.key());
        } else {
            of(line.space()).put(line.key(), line.json());
        }
    }

    private Stream<Line> lines() {
        return spaces.entrySet().stream()
                .flatMap(space -> space.getValue().entrySet().stream()
                        .map(entry -> new Line(space.getKey(), entry.getKey(), entry.getValue())));
    }
}
