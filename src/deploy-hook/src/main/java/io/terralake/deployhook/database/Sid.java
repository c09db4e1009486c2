package io.terralake.deployhook.database;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.UUID;

/** How SQL Server names an Entra identity: by the bytes of its GUID, the first three parts with the lowest byte first. */
final class Sid {
    private Sid() {}

    /** The SID of a client id (identities) or object id (groups, users), as a literal such as {@code 0x…}. */
    static String of(String guid) {
        UUID uuid;
        try {
            uuid = UUID.fromString(guid);
        } catch (IllegalArgumentException e) {
            throw new DatabaseException(
                    "\"%s\" is no GUID such as 11111111-2222-3333-4444-555555555555".formatted(guid));
        }
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt((int) (uuid.getMostSignificantBits() >>> 32));
        bytes.putShort((short) (uuid.getMostSignificantBits() >>> 16));
        bytes.putShort((short) uuid.getMostSignificantBits());
        bytes.order(ByteOrder.BIG_ENDIAN).putLong(uuid.getLeastSignificantBits());
        return "0x" + HexFormat.of().withUpperCase().formatHex(bytes.array());
    }
}
