package io.terralake.core;

import com.hashicorp.cdktf.Fn;
import com.hashicorp.cdktf.Token;
import io.terralake.azure.AzureId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** The id of a resource that is managed elsewhere, checked for the construct that stands for it. */
public final class ImportedId {
    private static final int SUBSCRIPTION = 2;
    private static final int RESOURCE_GROUP = 4;
    private static final int FIRST_NAME = 8;

    private final Construct construct;
    private final String text;
    private final @Nullable AzureId parsed;

    /**
     * @param construct stands for the resource
     * @param text its Azure id; the form of a token is known to Terraform alone and not checked
     * @param type the type that the id must have, such as {@code Microsoft.KeyVault/vaults}
     * @throws ConstructException when the id has another form or is of another type
     */
    public ImportedId(Construct construct, String text, String type) {
        this.construct = construct;
        this.text = text;
        try {
            this.parsed = Tokens.isIn(text) ? null : AzureId.parse(text, type);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(construct, String.valueOf(e.getMessage()));
        }
    }

    /** The id of the subscription. */
    public String subscriptionId() {
        return parsed == null ? part(SUBSCRIPTION) : parsed.subscriptionId();
    }

    /** The name of the resource group. */
    public String resourceGroupName() {
        return parsed == null ? part(RESOURCE_GROUP) : parsed.resourceGroup();
    }

    /**
     * A name in the id.
     *
     * @param level 0 for the outermost resource, 1 for a part of it
     */
    public String name(int level) {
        return parsed == null ? part(FIRST_NAME + 2 * level) : parsed.names().get(level);
    }

    /**
     * The id of the resource itself or of one that it is part of.
     *
     * @param level 0 for the outermost resource, 1 for a part of it
     */
    public String idOf(int level) {
        int parts = FIRST_NAME + 1 + 2 * level;
        return parsed == null
                ? Fn.join("/", Token.asList(Fn.slice(Fn.split("/", text), 0, parts)))
                : String.join("/", Arrays.asList(text.split("/")).subList(0, parts));
    }

    /**
     * Refuses a resource that must be where the stack deploys to and is not.
     *
     * @param why what needs it there
     * @throws ConstructException when the environment names another subscription
     */
    public ImportedId requireOwnSubscription(String why) {
        String own = PlatformStack.of(construct).environment().settings().subscriptionId();
        if (parsed != null && own != null && !own.equalsIgnoreCase(parsed.subscriptionId())) {
            throw new ConstructException(
                    construct,
                    "\"%s\" is in another subscription than the environment, %s: %s".formatted(text, own, why));
        }
        return this;
    }

    @Override
    public String toString() {
        return text;
    }

    private String part(int index) {
        return Token.asString(Fn.element(Fn.split("/", text), index));
    }
}
