package io.terralake.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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
                .<String>mapMulti((argument, found) -> {
                    if (isSecretOf(resource, argument)) {
                        found.accept("%s is a secret in plain text, %s".formatted(argument.path(), INSTEAD));
                    } else {
                        check(argument, found);
                    }
                })
                .toList();
    }

    @Override
    public List<String> checkOutsideResources(PolicyStack stack) {
        return stack.valuesOutsideResources().stream()
                .<String>mapMulti(SecretsRule::check)
                .toList();
    }

    private static boolean isSecretOf(PolicyResource resource, Argument argument) {
        return argument.path().equals("value") && SECRET_TYPES.contains(resource.type()) && !argument.isExpression();
    }

    private static void check(Argument argument, Consumer<String> found) {
        if (!argument.value().isTextual()) {
            return;
        }
        List<Argument> inner = JsonText.valuesIn(argument);
        if (inner.isEmpty()) {
            checkText(argument, found);
        } else {
            inner.forEach(value -> check(value, found));
        }
    }

    private static void checkText(Argument argument, Consumer<String> found) {
        String text = argument.value().textValue();
        if (SecretText.readsSecret(text)) {
            found.accept("%s reads a secret of another resource, %s".formatted(argument.path(), INSTEAD));
        } else if (SecretText.carriesSecret(text)) {
            found.accept("%s carries a key, password or signature, %s".formatted(argument.path(), INSTEAD));
        } else if (SecretName.isSecret(argument)) {
            found.accept("%s is a secret in plain text, %s".formatted(argument.path(), INSTEAD));
        }
    }
}
