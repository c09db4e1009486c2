package io.terralake.emulator.state;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Ids that Azure would draw; here the same thing gets the same one in every run. */
public final class Guids {
    /** The tenant that everything is in. */
    public static final String TENANT = "00000000-0000-0000-0000-000000000002";

    /** The subscription that clients are told. */
    public static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";

    /** The client id of who deploys. */
    public static final String CLIENT = "00000000-0000-0000-0000-000000000003";

    /** The object id of who deploys. */
    public static final String PRINCIPAL = "00000000-0000-0000-0000-000000000009";

    private Guids() {}

    /** One for whatever the texts name, letter case aside. */
    public static String of(String... of) {
        byte[] text = String.join("/", of).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(text).toString();
    }
}
