package io.terralake.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Terraform is to take over from an older address, in its {@code moved} blocks. CDKTF's {@code moveFromId} would start
 * Terraform at every synth to ask for its version, and fail where it is not installed.
 */
final class Moves {
    private final List<Map<String, String>> blocks = new ArrayList<>();

    void add(String from, String to) {
        blocks.add(Map.of("from", from, "to", to));
    }

    void declare(PlatformStack stack) {
        if (!blocks.isEmpty()) {
            stack.addOverride("moved", List.copyOf(blocks));
        }
    }
}
