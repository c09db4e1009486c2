package io.terralake.functions.mlworkspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.registration.testing.Requests;
import io.terralake.registration.testing.UnsteadyArm;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTests {

    @Test
    void areWhatTheSettingsName() {
        Targets targets = Targets.of(
                " %s ,%s,".formatted(UnsteadyArm.workspace("ml-ws-1"), UnsteadyArm.workspace("ml-ws-2")), "a23, b23");
        assertThat(targets.workspaces().entries())
                .containsExactly(UnsteadyArm.workspace("ml-ws-1"), UnsteadyArm.workspace("ml-ws-2"));
    }

    /** Azure compares ids without regard to case. */
    @Test
    void areFoundInAnyCase() {
        Targets targets = Targets.of(UnsteadyArm.workspace("ml-ws-1").toUpperCase(Locale.ROOT), "sourcedata");
        targets.check(Submission.read(Requests.BARE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ` , ` | lake | the app setting REGISTRATION_WORKSPACES names nothing
            ml-ws-1 | lake | the app setting REGISTRATION_WORKSPACES: "ml-ws-1" is not allowed: /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.MachineLearningServices/workspaces/<name>
            * | lake | the app setting REGISTRATION_WORKSPACES: "*" is not allowed: /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.MachineLearningServices/workspaces/<name>
            /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/test/providers/Microsoft.MachineLearningServices/workspaces/ml-ws-1 | `,` | the app setting REGISTRATION_STORAGE_ACCOUNTS names nothing
            /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/test/providers/Microsoft.MachineLearningServices/workspaces/ml-ws-1 | https://lake | the app setting REGISTRATION_STORAGE_ACCOUNTS: "https://lake" is not allowed: 3 to 24 lower-case letters and digits
            """)
    void sayWhatIsWrongWithTheSettings(String workspaces, String accounts, String message) {
        assertThatThrownBy(() -> Targets.of(workspaces, accounts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
