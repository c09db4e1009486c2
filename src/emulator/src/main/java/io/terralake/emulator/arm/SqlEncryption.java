package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Store;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The protector of a SQL server's encryption says the address of its key, which is in the key's name. */
final class SqlEncryption implements Behaviour {
    private static final Pattern KEY = Pattern.compile("(.+)_(.+)_(.+)");

    @Override
    public String says() {
        return "The protector of a SQL server's encryption says the address of its key.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase("Microsoft.Sql/servers/encryptionProtector");
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        Matcher key = KEY.matcher(resource.at("/properties/serverKeyName").asText());
        if (key.matches()) {
            resource.withObject("/properties")
                    .put(
                            "uri",
                            "https://%s.vault.azure.net/keys/%s/%s"
                                    .formatted(key.group(1), key.group(2), key.group(3)));
        }
    }
}
