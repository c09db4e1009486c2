package io.terralake.factory.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of a factory.
 *
 * @param globalParameters the names of its global parameters; empty when they were not there to read
 */
record Source(List<Artifact> artifacts, Optional<Set<String>> globalParameters) {}
