package io.terralake.declarations;

import java.util.regex.Pattern;

/** The form of a stored procedure's name, the same for the grant in a stack and for the hook that carries it out. */
public final class ProcedureName {
    /** Schema and name in brackets; SQL Server's names have 128 characters at most. */
    public static final String REGEX = "\\[[^\\[\\]\\p{Cntrl}]{1,128}]\\.\\[[^\\[\\]\\p{Cntrl}]{1,128}]";

    /** What {@link #REGEX} says, for messages. */
    public static final String FORM = "schema and name in brackets, such as [dbo].[usp_UpdateWatermark]";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    private ProcedureName() {}

    /**
     * Whether a text is the name of a procedure and nothing else.
     *
     * @param text such as {@code [dbo].[usp_UpdateWatermark]}
     * @return true when the whole text has the form
     */
    public static boolean matches(String text) {
        return PATTERN.matcher(text).matches();
    }
}
