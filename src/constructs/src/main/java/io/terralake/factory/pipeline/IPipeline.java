package io.terralake.factory.pipeline;

import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A pipeline of a factory, written with types or as JSON. */
public interface IPipeline extends FactoryArtifact {

    /** The name of the pipeline, as a token that makes who uses it wait for it. */
    String pipelineName();

    /** The parameters of a run. */
    Map<String, Parameter> parameters();

    /** The names of what a run may return; empty when they are not known. */
    default Optional<Set<String>> returnValues() {
        return Optional.empty();
    }
}
