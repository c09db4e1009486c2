package io.terralake.core;

import com.hashicorp.cdktf.Token;

/** Text of other languages in Terraform's JSON. */
public final class TerraformText {
    private TerraformText() {}

    /**
     * Escapes what would start an expression of Terraform: a dollar or percent sign with a brace. Text with CDKTF's own
     * tokens stays as it is.
     */
    public static String literal(String text) {
        return Token.isUnresolved(text) ? text : text.replace("${", "$${").replace("%{", "%%{");
    }
}
