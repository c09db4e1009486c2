package io.terralake.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.diagrams.Rails.Use;
import java.util.List;
import org.junit.jupiter.api.Test;

class RailsTests {

    @Test
    void goesStraightDownToWhatIsBelow() {
        assertThat(draw(List.of(new Use(20, 200, 100, 12, false)))).contains("M100,50 V107", "M100,111 l-4,-7 8,0z");
    }

    @Test
    void goesAlongARailToWhatIsNotBelow() {
        assertThat(draw(List.of(new Use(20, 200, 300, 12, false))))
                .contains("M200,50 V67 q0,5 5,5 H295 q5,0 5,5 V107", "M300,111 l-4,-7 8,0z");
    }

    @Test
    void goesUpToAnotherProduct() {
        assertThat(draw(List.of(new Use(120, 200, 90, 0, true))))
                .contains("M120,50 V67 q0,5 -5,5 H95 q-5,0 -5,-5 V55", "M90,51 l-4,7 8,0z");
    }

    @Test
    void startsApartAndGivesEachTargetARail() {
        List<Use> uses = List.of(new Use(20, 200, 300, 12, false), new Use(20, 200, 400, 12, false));
        assertThat(draw(uses)).contains("M184,50 V67 ", " H295 ", "M200,50 V77 ", " H395 ");
        assertThat(new Rails(uses).height()).isEqualTo(54);
    }

    private static String draw(List<Use> uses) {
        Svg svg = new Svg();
        new Rails(uses).draw(svg, 50, 100);
        return svg.document(1, 1, "", List.of());
    }
}
