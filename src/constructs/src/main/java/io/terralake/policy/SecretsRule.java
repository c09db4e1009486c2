package io.terralake.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** No key, password or signature stands in the configuration, or goes through it. Messages do not repeat what they found. */
final class SecretsRule implements PolicyRule {
    private static final String INSTEAD = "an identity, or a reference to Key Vault, is needed";

    /** Whose {@code value} is the secret. */
    private static final Set<String> SECRET_TYPES = Set.of("azurerm_key_vault_secret");

    @Override
    public String id() {
        return "secrets";
    }

    @Override
    public List<String> check(PolicyResource resource) {
        return resource.arguments().stream()
                .flatMap(argument -> isSecretOf(resource, argument)
                        ? Stream.of("%s is a secret in plain text, %s".formatted(argument.path(), INSTEAD))
                        : check(argument))
                .toList();
    }

    @Override
    public List<String> checkOutsideResources(PolicyStack stack) {
        return stack.valuesOutsideResources().stream()
                .flatMap(SecretsRule::check)
                .toList();
    }

    private static boolean isSecretOf(PolicyResource resource, Argument argument) {
        return SECRET_TYPES.contains(resource.type()) && argument.path().equals("value") && !argument.isExpression();
    }

    private static Stream<String> check(Argument argument) {
        if (!argument.value().isTextual()) {
            return Stream.empty();
        }
        List<Argument> inner = JsonText.valuesIn(argument);
        return inner.isEmpty() ? checkText(argument) : inner.stream().flatMap(SecretsRule::check);
    }

    private static Stream<String> checkText(Argument argument) {
        String text = argument.value().textValue();
        if (SecretText.readsSecret(text)) {
            return Stream.of("%s reads a secret of another resource, %s".formatted(argument.path(), INSTEAD));
        }
        if (SecretText.carriesSecret(text)) {
            return Stream.of("%s carries a key, password or signature, %s".formatted(argument.path(), INSTEAD));
        }
        return SecretName.isSecret(argument)
                ? Stream.of("%s is a secret in plain text, %s".formatted(argument.path(), INSTEAD))
                : Stream.empty();
    }
}
