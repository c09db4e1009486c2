package io.terralake.azure;

import java.util.regex.Pattern;

/** The names of sizes of virtual machines. */
public final class VmSize {
    private static final Pattern FORM = Pattern.compile("(?i)Standard_[A-Z]+\\d+[A-Za-z0-9-]*(_[A-Za-z0-9]+)*");

    private VmSize() {}

    /**
     * Returns a name that has the form of one.
     *
     * @throws IllegalArgumentException when it has another form
     */
    public static String check(String name) {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "VM size \"%s\" is not allowed: a size such as Standard_DS3_v2".formatted(name));
        }
        return name;
    }
}
