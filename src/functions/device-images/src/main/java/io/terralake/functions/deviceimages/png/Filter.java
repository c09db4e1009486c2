package io.terralake.functions.deviceimages.png;

/** Takes back the filters of rows (W3C, PNG, third edition, 9.2). */
final class Filter {
    private static final int BYTE = 0xFF;

    private Filter() {}

    /**
     * Makes a row what it was.
     *
     * @param type that of the filter, 0 to 4
     * @param row is changed
     * @param above the row above as it was
     * @param length bytes of both
     * @param step bytes to the pixel on the left
     * @throws PngException when there is no such filter
     */
    static void undo(int type, byte[] row, byte[] above, int length, int step) throws PngException {
        switch (type) {
            case 0 -> {}
            case 1 -> {
                for (int i = step; i < length; i++) {
                    row[i] += row[i - step];
                }
            }
            case 2 -> {
                for (int i = 0; i < length; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = 0; i < length; i++) {
                    int left = i < step ? 0 : row[i - step] & BYTE;
                    row[i] += (byte) ((left + (above[i] & BYTE)) / 2);
                }
            }
            case 4 -> {
                for (int i = 0; i < length; i++) {
                    row[i] += i < step ? above[i] : paeth(row[i - step], above[i], above[i - step]);
                }
            }
            default -> throw new PngException("has a row with filter %d, which PNG has not".formatted(type));
        }
    }

    private static byte paeth(byte left, byte above, byte corner) {
        int estimate = (left & BYTE) + (above & BYTE) - (corner & BYTE);
        int toLeft = Math.abs(estimate - (left & BYTE));
        int toAbove = Math.abs(estimate - (above & BYTE));
        int toCorner = Math.abs(estimate - (corner & BYTE));
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
