package io.terralake.jobs;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.DefaultAzureCredentialBuilder;
import java.io.IOException;
import java.util.Date;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.azurebfs.extensions.CustomTokenProviderAdaptee;
import org.jspecify.annotations.Nullable;

/**
 * Who a process on one's own machine is to a lake: whom {@code DefaultAzureCredential} finds, such as a managed identity of Azure or of an
 * Arc-enabled server, a workload identity, the certificate of a service principal named by {@code AZURE_CLIENT_CERTIFICATE_PATH}, or who is
 * logged in ({@code az login}). Hadoop's own providers know neither Arc nor {@code az login}.
 */
public final class LakeIdentity implements CustomTokenProviderAdaptee {
    private static final TokenRequestContext STORAGE =
            new TokenRequestContext().addScopes("https://storage.azure.com/.default");

    private final TokenCredential credential;
    private @Nullable AccessToken token;

    /** Hadoop makes it, by its name. */
    public LakeIdentity() {
        this(new DefaultAzureCredentialBuilder().build());
    }

    LakeIdentity(TokenCredential credential) {
        this.credential = credential;
    }

    @Override
    public void initialize(Configuration configuration, String account) {}

    @Override
    public String getAccessToken() throws IOException {
        try {
            AccessToken got = credential.getTokenSync(STORAGE);
            token = got;
            return got.getToken();
        } catch (ClientAuthenticationException e) {
            throw new IOException("nobody is logged in to the lake: " + e.getMessage(), e);
        }
    }

    @Override
    public Date getExpiryTime() {
        return token == null ? new Date() : Date.from(token.getExpiresAt().toInstant());
    }
}
