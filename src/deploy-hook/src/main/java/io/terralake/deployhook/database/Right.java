package io.terralake.deployhook.database;

/**
 * A right that a user was given.
 *
 * @param permission as T-SQL says it, such as {@code EXECUTE} or {@code SELECT ([id])}
 * @param securable what it is for, such as {@code OBJECT::[dbo].[loans]}; empty for the whole database
 * @param grantable whether the user may hand it on
 */
record Right(String permission, String securable, boolean grantable) {
    private static final String EXECUTE = "EXECUTE";
    private static final String OBJECT = "OBJECT::";

    /** @param procedure such as {@code [dbo].[usp_UpdateWatermark]} */
    static Right execute(String procedure) {
        return new Right(EXECUTE, OBJECT + procedure, false);
    }

    boolean isExecuteOf(String procedure) {
        return permission.equals(EXECUTE) && securable.equalsIgnoreCase(OBJECT + procedure);
    }

    /** Takes the right away; rights that the user handed on go with it. */
    String revoke(String user) {
        return "REVOKE %s%s FROM %s%s;".formatted(permission, on(), user, grantable ? " CASCADE" : "");
    }

    /** Lets the user keep the right, but not hand it on. */
    String revokeGrantOption(String user) {
        return "REVOKE GRANT OPTION FOR %s%s FROM %s CASCADE;".formatted(permission, on(), user);
    }

    private String on() {
        if (securable.isEmpty()) {
            return "";
        }
        return " ON "
                + (permission.equals(EXECUTE) && securable.startsWith(OBJECT)
                        ? securable.substring(OBJECT.length())
                        : securable);
    }
}
