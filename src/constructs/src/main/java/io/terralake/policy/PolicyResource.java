package io.terralake.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A resource as rules see it. */
public final class PolicyResource {
    private final PolicyStack stack;
    private final String type;
    private final String address;
    private final String path;
    private final JsonNode json;
    private final List<Argument> arguments;

    PolicyResource(PolicyStack stack, String type, String id, JsonNode json) {
        this.stack = stack;
        this.type = type;
        this.address = type + "." + id;
        this.path = json.path("//").path("metadata").path("path").asText(address);
        this.json = json;
        this.arguments = withDefaults(type, Argument.allOf(json));
    }

    public PolicyStack stack() {
        return stack;
    }

    /** The Terraform type, such as {@code azurerm_key_vault}. */
    public String type() {
        return type;
    }

    /** The Terraform address, such as {@code azurerm_key_vault.Vault}. */
    public String address() {
        return address;
    }

    /** The construct path, such as {@code dev-lake/Vault/Resource}; the address when the JSON names none. */
    public String path() {
        return path;
    }

    /** An argument as it stands in the JSON; a missing node when it is absent. */
    public JsonNode given(String name) {
        JsonNode given = json.path(name);
        return given.isNull() ? MissingNode.getInstance() : given;
    }

    /** The blocks of a name. One may stand alone or in a list. */
    public List<JsonNode> blocks(String name) {
        JsonNode given = given(name);
        return given.isArray()
                ? StreamSupport.stream(given.spliterator(), false).toList()
                : Stream.of(given).filter(JsonNode::isObject).toList();
    }

    /** All that stands in the JSON. */
    JsonNode json() {
        return json;
    }

    /** Every value in the arguments, and unsafe defaults of the provider for what is absent. */
    public List<Argument> arguments() {
        return arguments;
    }

    /** An argument at the top, or the provider's default when that is unsafe. */
    public Optional<Argument> argument(String name) {
        return arguments.stream()
                .filter(argument -> argument.path().equals(name))
                .findFirst();
    }

    /** The resources of the stack that refer to this one. */
    public Collection<PolicyResource> referrers() {
        return stack.referrersTo(this);
    }

    private static List<Argument> withDefaults(String type, List<Argument> given) {
        List<Argument> defaults = AzurermTypes.defaultsOf(type);
        if (defaults.isEmpty()) {
            return given;
        }
        Set<String> paths = given.stream().map(Argument::plainPath).collect(Collectors.toSet());
        return Stream.concat(given.stream(), defaults.stream().filter(absent -> !paths.contains(absent.path())))
                .toList();
    }
}
