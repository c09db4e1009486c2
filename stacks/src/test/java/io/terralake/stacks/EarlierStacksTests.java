package io.terralake.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierStacksTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"backend\": \"local\", \"config\": {\"path\": \"../../../terraform.dev-zone.tfstate\"}}",
                "{\"backend\": \"azurerm\", \"config\": {\"container_name\": \"tfstate\", \"key\": \"dev-zone.tfstate\"}}"
            })
    void aStackNeedsThoseWhoseOutputsItReadsWhereverTheirStatesAre(String read) throws IOException {
        assertThat(EarlierStacks.needs(new JsonMapper().readTree("""
                        {"data": {"terraform_remote_state": {"cross-stack-reference-input-dev-zone": %s}}}
                        """.formatted(read))))
                .containsExactly("dev-zone");
        assertThat(EarlierStacks.needs(new JsonMapper().readTree("{}"))).isEmpty();
    }
}
