package io.terralake.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.diagrams.Landscape.Box;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeTests {
    private static final String ZONE = """
            {"resource": {
              "acme_lake": {"Lake": {"//": {"metadata": {"path": "zone/Lake/Resource"}}, "name": "l"}},
              "acme_pond": {
                "A": {"//": {"metadata": {"path": "zone/Lake/a/Resource"}}, "lake": "${acme_lake.Lake.id}"},
                "B": {"//": {"metadata": {"path": "zone/Lake/b/Resource"}}, "lake": "${acme_lake.Lake.id}"}},
              "acme_engine": {"Engine": {"//": {"metadata": {"path": "zone/Engine/Resource"}}, "name": "e"}},
              "acme_log": {"Log": {"//": {"metadata": {"path": "zone/Log/Resource"}}, "name": "g"}}},
             "output": {
              "lake": {"value": "${acme_lake.Lake.id}"},
              "engine": {"value": "${acme_engine.Engine.id}"},
              "log": {"value": "${acme_log.Log.id}"}}}
            """;

    private static final String BOATS = """
            {"provider": {"engine": [{"host": "%3$s"}]},
             "resource": {
              "acme_harbour": {"H": {"//": {"metadata": {"path": "boats/NorthHarbour/Resource"}}, "gate": "${acme_gate.G.id}"}},
              "acme_gate": {"G": {"//": {"metadata": {"path": "boats/Gate/Resource"}}, "on": "%1$s"}},
              "acme_boat": {
                "One": {"//": {"metadata": {"path": "boats/One/Resource"}}, "home": "${acme_harbour.H.id}"},
                "Two": {"//": {"metadata": {"path": "boats/Two/Resource"}}, "home": "${acme_harbour.H.id}"}},
              "acme_log_setting": {"S": {"//": {"metadata": {"path": "boats/One/Resource/Log"}}, "to": "%2$s"}},
              "engine_task": {"T": {"//": {"metadata": {"path": "boats/Trip/Task/Resource"}}, "name": "t"}}}}
            """.formatted(output("lake"), output("log"), output("engine"));

    private static final Map<String, String> LABELS = Map.of(
            "acme_lake", "Lake",
            "acme_pond", "pond",
            "acme_engine", "Engine",
            "acme_log", "Log",
            "acme_harbour", "Harbour",
            "acme_boat", "Boat",
            "engine_task", "Task");

    private static final Box LAKE = new Box("zone", "Lake", List.of("2 ponds"));
    private static final Box ENGINE = new Box("zone", "Engine", List.of());
    private static final Box HARBOUR = new Box("boats", "Harbour", List.of("north harbour"));
    private static final Box TWO_BOATS = new Box("boats", "2 Boats", List.of());
    private static final Box TASK = new Box("boats", "Task", List.of("trip"));

    @TempDir
    Path folder;

    @Test
    void makesABoxOfEachConstructAndOneOfThoseAlike() {
        assertThat(landscape().boxes("zone")).containsExactly(ENGINE, LAKE, new Box("zone", "Log", List.of()));
        assertThat(landscape().boxes("boats")).containsExactly(TWO_BOATS, HARBOUR, TASK);
    }

    @Test
    void putsProductsOnTheStackThatTheyRead() {
        assertThat(landscape().ground()).contains("zone");
        assertThat(landscape().products()).containsExactly("boats");
    }

    @Test
    void followsReferencesThroughWhatIsNoBoxAndOtherStacks() {
        assertThat(landscape().usedBy(HARBOUR)).containsExactly(LAKE);
    }

    @Test
    void countsWhatTheProviderOfAResourceRefersTo() {
        assertThat(landscape().usedBy(TASK)).containsExactly(ENGINE);
    }

    @Test
    void leavesOutWhatIsMadeInsideAnotherResource() {
        assertThat(landscape().usedBy(TWO_BOATS)).containsExactly(HARBOUR);
    }

    @Test
    void flowsFromUsersToUsed() {
        Flow flow = new Flow(landscape().boxes("boats"), landscape());
        assertThat(flow.levels()).containsExactly(List.of(TWO_BOATS), List.of(HARBOUR), List.of(TASK));
        assertThat(flow.next(TWO_BOATS)).containsExactly(HARBOUR);
    }

    @Test
    void flowsWithoutShortcuts() {
        Landscape landscape = new Landscape(
                Stacks.read(folder, Map.of("s", """
                                {"resource": {
                                  "acme_a": {"A": {"//": {"metadata": {"path": "s/A/Resource"}}, "to": "${acme_b.B.id} ${acme_c.C.id}"}},
                                  "acme_b": {"B": {"//": {"metadata": {"path": "s/B/Resource"}}, "to": "${acme_c.C.id}"}},
                                  "acme_c": {"C": {"//": {"metadata": {"path": "s/C/Resource"}}, "name": "c"}}}}
                                """)).stacks(), Map.of("acme_a", "A", "acme_b", "B", "acme_c", "C"));
        Flow flow = new Flow(landscape.boxes("s"), landscape);
        assertThat(flow.next(landscape.boxes("s").get(0))).containsExactly(new Box("s", "B", List.of()));
    }

    private Landscape landscape() {
        return new Landscape(
                Stacks.read(folder, Map.of("zone", ZONE, "boats", BOATS)).stacks(), LABELS);
    }

    private static String output(String name) {
        return "${data.terraform_remote_state.cross-stack-reference-input-zone.outputs.%s}".formatted(name);
    }
}
