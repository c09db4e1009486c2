package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.exception.ClientAuthenticationException;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.azurebfs.AbfsConfiguration;
import org.apache.hadoop.fs.azurebfs.oauth2.CustomTokenProviderAdapter;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class LakeIdentityTests {

    @Test
    void getsATokenForStorage() throws IOException {
        List<String> asked = new ArrayList<>();
        LakeIdentity identity = new LakeIdentity(request -> {
            asked.addAll(request.getScopes());
            return Mono.just(new AccessToken("token", OffsetDateTime.parse("2026-11-26T08:00:00Z")));
        });
        assertThat(identity.getAccessToken()).isEqualTo("token");
        assertThat(identity.getExpiryTime()).isEqualTo(Instant.parse("2026-11-26T08:00:00Z"));
        assertThat(asked).containsExactly("https://storage.azure.com/.default");
    }

    @Test
    void saysThatNobodyIsLoggedIn() {
        LakeIdentity identity =
                new LakeIdentity(request -> Mono.error(new ClientAuthenticationException("no login", null)));
        assertThatThrownBy(identity::getAccessToken)
                .isInstanceOf(IOException.class)
                .hasMessage("nobody is logged in to the lake: no login");
    }

    /** Hadoop makes what the settings of {@link Sessions} name. */
    @Test
    void isWhoAProcessIsToALake() throws Exception {
        var configuration = SparkFixture.SPARK.sessionState().newHadoopConf();
        assertThat(new AbfsConfiguration(configuration, "a.dfs.core.windows.net").getTokenProvider())
                .isInstanceOf(CustomTokenProviderAdapter.class);
    }
}
