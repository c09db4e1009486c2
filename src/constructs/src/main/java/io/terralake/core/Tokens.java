package io.terralake.core;

import com.hashicorp.cdktf.DefaultTokenResolver;
import com.hashicorp.cdktf.ResolveOptions;
import com.hashicorp.cdktf.StringConcat;
import com.hashicorp.cdktf.Tokenization;
import java.util.regex.Pattern;
import software.constructs.Construct;

/** What can be known of texts that stand for what Terraform will know. */
public final class Tokens {
    /** How CDKTF writes a token into a text. */
    private static final Pattern TOKEN = Pattern.compile("\\$\\{TfToken\\[[a-zA-Z0-9:._-]+]}");

    private Tokens() {}

    /** Whether a text has in it what stands for something else: CDKTF's {@code Token.isUnresolved} without a question to it. */
    public static boolean isIn(String text) {
        return TOKEN.matcher(text).find();
    }

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
        return isIn(one) && isIn(other) && resolve(scope, one).equals(resolve(scope, other));
    }

    /** Made when it is first needed, since that starts CDKTF. */
    private static final class Resolver {
        static final DefaultTokenResolver ONE = new DefaultTokenResolver(new StringConcat());
    }

    private static Object resolve(Construct scope, String token) {
        return Tokenization.resolve(
                token,
                ResolveOptions.builder()
                        .scope(scope)
                        .resolver(Resolver.ONE)
                        .preparing(false)
                        .build());
    }
}
