package io.terralake.core;

import java.util.regex.Pattern;

/** Text of other languages in Terraform's JSON. */
public final class TerraformText {
    /** What starts an expression of Terraform, but for CDKTF's own tokens. */
    private static final Pattern EXPRESSION = Pattern.compile("([$%])\\{(?!TfToken\\[)");

    private TerraformText() {}

    /**
     * Escapes what would start an expression of Terraform: a dollar or percent sign with a brace. CDKTF's own tokens
     * stay as they are.
     */
    public static String literal(String text) {
        return EXPRESSION.matcher(text).replaceAll("$1$1{");
    }
}
