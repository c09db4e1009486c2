package io.terralake.assertions;

import java.util.List;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * What a construct has to say about itself.
 *
 * @param level {@code @cdktf/info}, {@code @cdktf/warn} or {@code @cdktf/error}
 * @param constructPath the construct
 * @param message what it says
 */
public record Annotation(String level, String constructPath, String message) {
    private static final String PREFIX = "@cdktf/";

    /** What a construct and all below it say. */
    static List<Annotation> of(Construct root) {
        return root.getNode().findAll().stream()
                .flatMap(construct -> own(construct).stream())
                .toList();
    }

    private static List<Annotation> own(IConstruct construct) {
        return construct.getNode().getMetadata().stream()
                .filter(entry -> entry.getType().startsWith(PREFIX))
                .map(entry ->
                        new Annotation(entry.getType(), construct.getNode().getPath(), String.valueOf(entry.getData())))
                .toList();
    }
}
