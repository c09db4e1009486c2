package io.terralake.registration.input;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is wrong with everything that a run was given, each once, so that one run reports all of it. */
public final class Problems {
    private final String place;
    private final Set<Fault> sink;

    /**
     * A problem.
     *
     * @param place a file with {@code #} and a JSON pointer, or a part of that; may be empty
     * @param message the given value and what is allowed
     */
    public record Fault(String place, String message) {
        @Override
        public String toString() {
            return place.isEmpty() ? message : "%s: %s".formatted(place, message);
        }
    }

    /** Nothing is wrong yet. */
    public Problems() {
        this("", new LinkedHashSet<>());
    }

    private Problems(String place, Set<Fault> sink) {
        this.place = place;
        this.sink = sink;
    }

    /**
     * The same list, seen from a place.
     *
     * @param part a file with {@code #}, or a JSON pointer relative to this place
     */
    public Problems at(String part) {
        return new Problems(place + part, sink);
    }

    /** The same list, seen from a field of the object at this place. */
    public Problems field(String name) {
        return at("/" + Shown.pointerPart(name));
    }

    /**
     * Adds a problem of this place.
     *
     * @param message the given value and what is allowed
     */
    public void add(String message) {
        sink.add(new Fault(place, message));
    }

    /**
     * Adds what keeps a piece of work from being done.
     *
     * @return its result; empty when the input was bad
     */
    public <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (BadInputException e) {
            e.messages().forEach(message -> sink.add(new Fault("", message)));
            return Optional.empty();
        }
    }

    /** Those that there are so far. */
    public List<Fault> faults() {
        return List.copyOf(sink);
    }

    /** How many there are so far. */
    public int count() {
        return sink.size();
    }

    /** @throws BadInputException when there is any */
    public void throwIfAny() {
        if (!sink.isEmpty()) {
            throw new BadInputException(sink.stream().map(Fault::toString).toList());
        }
    }
}
