package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a type of resources beyond that it is stored and given back: a file of the folder {@code types}. Texts in it can
 * have the placeholders of {@link Template}.
 *
 * @param type such as {@code Microsoft.Storage/storageAccounts}
 * @param computed what Azure adds to the resource
 * @param omitted what Azure leaves out of the resource when it has just these values; @default nothing
 * @param singletons what is there with each resource, by the path below it, with {@code *} for any part: what a read gives before
 *     somebody writes it
 * @param actions what can be done with it, by the path below it, with {@code *} for any part
 * @param created the status of an answer to a PUT; @default 200
 * @param deleted the status of an answer to a DELETE; @default 204
 * @param provisioned whether it has a {@code provisioningState}; @default true
 * @param names a regular expression of its names; @default any
 * @param global whether a name is given once in all of Azure; @default false
 * @param implied whether it is made with the first resource that is put below it; @default false
 * @param immediate whether a PUT is done when it is answered; @default when it has no {@code provisioningState}
 */
record ResourceType(
        String type,
        @Nullable ObjectNode computed,
        @Nullable ObjectNode omitted,
        @Nullable Map<String, ObjectNode> singletons,
        @Nullable Map<String, Action> actions,
        @Nullable Integer created,
        @Nullable Integer deleted,
        @Nullable Boolean provisioned,
        @Nullable String names,
        @Nullable Boolean global,
        @Nullable Boolean implied,
        @Nullable Boolean immediate) {

    ResourceType {
        computed = computed == null ? JsonNodeFactory.instance.objectNode() : computed;
        omitted = omitted == null ? JsonNodeFactory.instance.objectNode() : omitted;
        singletons = singletons == null ? Map.of() : Map.copyOf(singletons);
        actions = actions == null ? Map.of() : Map.copyOf(actions);
        created = created == null ? 200 : created;
        deleted = deleted == null ? 204 : deleted;
        provisioned = provisioned == null || provisioned;
        global = global != null && global;
        implied = implied != null && implied;
        immediate = immediate == null ? !provisioned : immediate;
    }

    /** A type of which nothing more is known. */
    static ResourceType unknown(String type) {
        return new ResourceType(type, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Something that is done with a resource.
     *
     * @param answer @default an empty object
     * @param set what changes in the resource; @default nothing
     */
    record Action(@Nullable ObjectNode answer, @Nullable ObjectNode set) {}
}
