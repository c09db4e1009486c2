package io.terralake.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects everything that is wrong with what a user gave, so that all of it is told at once and before anything is done. */
public final class Problems {
    private final List<String> messages = new ArrayList<>();

    /** No problem yet. */
    public Problems() {}

    /**
     * Adds a problem.
     *
     * @param message what was given and what would be right
     */
    public void add(String message) {
        messages.add(message);
    }

    /**
     * Adds a problem when something is wrong.
     *
     * @param wrong whether it is
     * @param message what was given and what would be right
     */
    public void addIf(boolean wrong, String message) {
        if (wrong) {
            messages.add(message);
        }
    }

    /**
     * Does a check and keeps what it finds wrong.
     *
     * @param check what throws {@link InputException} when something is wrong
     * @return what the check gives; empty when something is wrong
     */
    public <T> Optional<T> check(Supplier<T> check) {
        try {
            return Optional.of(check.get());
        } catch (InputException e) {
            messages.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Does a check that gives nothing and keeps what it finds wrong.
     *
     * @param check what throws {@link InputException} when something is wrong
     */
    public void check(Runnable check) {
        try {
            check.run();
        } catch (InputException e) {
            messages.add(String.valueOf(e.getMessage()));
        }
    }

    /** @throws InputException with all problems, when there are any */
    public void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new InputException(messages);
        }
    }
}
