package io.terralake.azure;

/** The form of object ids, subscription ids and other identifiers of Azure. */
public final class Guid {
    /** A regular expression for the whole text. */
    public static final String REGEX = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

    private Guid() {}
}
