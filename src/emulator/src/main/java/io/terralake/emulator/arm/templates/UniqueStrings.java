package io.terralake.emulator.arm.templates;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * What looks drawn, and is the same for the same texts: the values are those that Azure gives.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-string#guid">guid</a>
 */
final class UniqueStrings {
    private static final UUID NAMESPACE = UUID.fromString("11fb06fb-712d-4ddd-98c7-e71bbd588830");
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 13;
    private static final int A = 0x239b961b;
    private static final int B = 0xab0e9789;

    private UniqueStrings() {}

    /** A UUID of version 5. */
    static String guid(String text) {
        ByteBuffer name = ByteBuffer.allocate(16 + text.getBytes(StandardCharsets.UTF_8).length);
        name.putLong(NAMESPACE.getMostSignificantBits()).putLong(NAMESPACE.getLeastSignificantBits());
        name.put(text.getBytes(StandardCharsets.UTF_8));
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(name.array()));
            long high = hash.getLong() & ~0xF000L | 0x5000L;
            long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Thirteen letters and digits. */
    static String unique(String text) {
        long hash = hash(text);
        StringBuilder unique = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            unique.append(DIGITS.charAt((int) (hash >>> 59)));
            hash <<= 5;
        }
        return unique.toString();
    }

    /** A relative of MurmurHash3, with 64 bits. */
    static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer rest = ByteBuffer.wrap(Arrays.copyOf(bytes, (bytes.length + 7) / 8 * 8))
                .order(ByteOrder.LITTLE_ENDIAN);
        int first = 0;
        int second = 0;
        for (int whole = bytes.length / 8; whole > 0; whole--) {
            first = Integer.rotateLeft(first ^ scrambled(rest.getInt(), A, 15, B), 19) + second;
            first = first * 5 + 0x561ccd1b;
            second = Integer.rotateLeft(second ^ scrambled(rest.getInt(), B, 17, A), 13) + first;
            second = second * 5 + 0x0bcaa747;
        }
        if (rest.hasRemaining()) {
            first ^= scrambled(rest.getInt(), A, 15, B);
            second ^= scrambled(rest.getInt(), B, 17, A);
        }
        first ^= bytes.length;
        second ^= bytes.length;
        first += second;
        second += first;
        first = finished(first);
        second = finished(second);
        first += second;
        second += first;
        return (long) second << 32 | Integer.toUnsignedLong(first);
    }

    private static int scrambled(int part, int before, int rotation, int after) {
        return Integer.rotateLeft(part * before, rotation) * after;
    }

    private static int finished(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }
}
