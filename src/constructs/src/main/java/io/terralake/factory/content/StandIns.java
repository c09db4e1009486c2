package io.terralake.factory.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.factory.LinkedService;
import io.terralake.factory.json.Reference;
import io.terralake.factory.json.ReferenceKind;
import java.util.Map;
import java.util.Optional;

/** Puts what stands for something in the files in the place of its name. */
final class StandIns {
    private StandIns() {}

    static void put(ObjectNode properties, Map<String, LinkedService> linkedServices, Map<String, String> runtimes) {
        for (Reference reference : Reference.in(properties)) {
            if (reference.kind() == ReferenceKind.LINKED_SERVICE) {
                find(linkedServices, reference.name())
                        .ifPresent(service -> reference
                                .json()
                                .put(
                                        "referenceName",
                                        Contract.ask(service, "linkedServiceName", service::linkedServiceName)));
            } else if (reference.kind() == ReferenceKind.INTEGRATION_RUNTIME) {
                find(runtimes, reference.name())
                        .ifPresent(name -> reference.json().put("referenceName", name));
            }
        }
    }

    private static <V> Optional<V> find(Map<String, V> all, String name) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
