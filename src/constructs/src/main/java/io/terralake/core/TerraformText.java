package io.terralake.core;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** The same of texts by name; names are literal too. */
    public static Map<String, String> literal(Map<String, String> texts) {
        Map<String, String> literal = new TreeMap<>();
        texts.forEach((name, text) -> literal.put(literal(name), literal(text)));
        return Collections.unmodifiableMap(literal);
    }

    /** The same of a list of texts. */
    public static List<String> literal(List<String> texts) {
        return texts.stream().map(TerraformText::literal).toList();
    }

    /** The same of a text that stands in quotes within an expression of Terraform. */
    public static String inQuotes(String text) {
        return literal(text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r"));
    }
}
