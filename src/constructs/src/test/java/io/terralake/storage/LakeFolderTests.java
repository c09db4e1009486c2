package io.terralake.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LakeFolderTests {
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"cars", "cars/raw", "year=2026/m 1", "..cars/.raw", "a@b", "cars/@{concat('a', '//')}", "${x}"})
    void takesAPathInTheZone(String folder) {
        assertThatCode(() -> LakeFolder.check(folder)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/cars",
                "cars/",
                "/",
                "cars\\raw",
                "cars//raw",
                "..",
                "cars/../other",
                "./cars",
                "cars/.",
                "a\nb",
                "/@{dataset().day}",
                "@{dataset().day}/"
            })
    void refusesWhatIsNone(String folder) {
        assertThatThrownBy(() -> LakeFolder.check(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("folder \"%s\" is not allowed: a path in the zone, with / between its parts only", folder);
    }
}
