package io.terralake.core;

import com.hashicorp.cdktf.DefaultTokenResolver;
import com.hashicorp.cdktf.ResolveOptions;
import com.hashicorp.cdktf.StringConcat;
import com.hashicorp.cdktf.Token;
import com.hashicorp.cdktf.Tokenization;
import software.constructs.Construct;

/** What can be known of texts that stand for what Terraform will know. */
public final class Tokens {
    private Tokens() {}

    /**
     * Whether two ids are the same, or stand for the same. Azure compares ids without regard to case. Every question to a
     * resource makes a new token, so two of them are compared by what they stand for.
     *
     * @param scope the construct that asks
     */
    public static boolean same(Construct scope, String one, String other) {
        if (one.equalsIgnoreCase(other)) {
            return true;
        }
        return Token.isUnresolved(one)
                && Token.isUnresolved(other)
                && resolve(scope, one).equals(resolve(scope, other));
    }

    private static Object resolve(Construct scope, String token) {
        return Tokenization.resolve(
                token,
                ResolveOptions.builder()
                        .scope(scope)
                        .resolver(new DefaultTokenResolver(new StringConcat()))
                        .preparing(false)
                        .build());
    }
}
