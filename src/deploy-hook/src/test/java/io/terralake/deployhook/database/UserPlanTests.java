package io.terralake.deployhook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.deployhook.report.Item;
import io.terralake.deployhook.report.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserPlanTests {
    private static final String SID = Sid.of("00112233-4455-6677-8899-aabbccddeeff");
    private static final WantedUser FACTORY = new WantedUser(
            "adf",
            SID,
            false,
            Set.of("db_datareader"),
            Set.of("[dbo].[usp_GetWatermark]", "[dbo].[usp_UpdateWatermark]"));

    /** The bytes that SQL Server shows for this GUID. */
    @Test
    void writesGuidsAsSqlServerKeepsThem() {
        assertThat(SID).isEqualTo("0x33221100554477668899AABBCCDDEEFF");
        assertThatThrownBy(() -> Sid.of("mine"))
                .hasMessage("\"mine\" is no GUID such as 11111111-2222-3333-4444-555555555555");
    }

    @Test
    void makesAUserWithExactlyItsRights() {
        UserPlan plan = UserPlan.of("loans", List.of(FACTORY), List.of());
        assertThat(plan.statements())
                .containsExactly(
                        "CREATE USER [adf] WITH SID = 0x33221100554477668899AABBCCDDEEFF, TYPE = E;",
                        "EXECUTE sys.sp_addextendedproperty @name = N'terralake', @value = N'made by the deploy hook',"
                                + " @level0type = N'USER', @level0name = N'adf';",
                        "ALTER ROLE [db_datareader] ADD MEMBER [adf];",
                        "GRANT EXECUTE ON [dbo].[usp_GetWatermark] TO [adf];",
                        "GRANT EXECUTE ON [dbo].[usp_UpdateWatermark] TO [adf];");
        assertThat(plan.items())
                .containsExactly(
                        new Item("loans", "user", "adf", Outcome.CREATED, String.join("\n", plan.statements())));
    }

    @Test
    void groupsAreOfAnotherType() {
        WantedUser group = new WantedUser("people]", SID, true, Set.of(), Set.of());
        assertThat(UserPlan.of("loans", List.of(group), List.of()).statements().get(0))
                .isEqualTo("CREATE USER [people]]] WITH SID = 0x33221100554477668899AABBCCDDEEFF, TYPE = X;");
    }

    @Test
    void changesNothingThatIsRight() {
        ExistingUser found = new ExistingUser("adf", SID.toLowerCase(), true, FACTORY.roles(), FACTORY.execute());
        UserPlan plan = UserPlan.of("loans", List.of(FACTORY), List.of(found));
        assertThat(plan.statements()).isEmpty();
        assertThat(plan.items()).extracting(Item::outcome).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void revokesWhatIsGrantedNoLonger() {
        ExistingUser found = new ExistingUser(
                "adf",
                SID,
                true,
                Set.of("db_datareader", "db_owner"),
                Set.of("[dbo].[usp_GetWatermark]", "[dbo].[usp_Old]"));
        UserPlan plan = UserPlan.of("loans", List.of(FACTORY), List.of(found));
        assertThat(plan.statements())
                .containsExactly(
                        "ALTER ROLE [db_owner] DROP MEMBER [adf];",
                        "REVOKE EXECUTE ON [dbo].[usp_Old] FROM [adf];",
                        "GRANT EXECUTE ON [dbo].[usp_UpdateWatermark] TO [adf];");
        assertThat(plan.items()).extracting(Item::outcome).containsExactly(Outcome.UPDATED);
    }

    @Test
    void removesUsersThatItMadeAndNobodyDeclaresAndNoOthers() {
        ExistingUser gone = new ExistingUser("old", SID, true, Set.of(), Set.of());
        ExistingUser somebody = new ExistingUser("dba", SID, false, Set.of("db_owner"), Set.of());
        UserPlan plan = UserPlan.of("loans", List.of(), List.of(gone, somebody));
        assertThat(plan.statements()).containsExactly("DROP USER [old];");
        assertThat(plan.items()).containsExactly(new Item("loans", "user", "old", Outcome.REMOVED, "DROP USER [old];"));
    }

    @Test
    void makesAUserAnewWhoseIdentityWasMadeAnew() {
        ExistingUser found = new ExistingUser(
                "adf", Sid.of("11111111-1111-1111-1111-111111111111"), true, FACTORY.roles(), FACTORY.execute());
        assertThat(UserPlan.of("loans", List.of(FACTORY), List.of(found)).statements())
                .startsWith("DROP USER [adf];", "CREATE USER [adf] WITH SID = %s, TYPE = E;".formatted(SID))
                .contains("ALTER ROLE [db_datareader] ADD MEMBER [adf];");
    }

    @Test
    void leavesUsersOfOthersAlone() {
        ExistingUser somebody = new ExistingUser("adf", SID, false, Set.of(), Set.of());
        UserPlan plan = UserPlan.of("loans", List.of(FACTORY), List.of(somebody));
        assertThat(plan.statements()).isEmpty();
        assertThat(plan.items())
                .containsExactly(new Item(
                        "loans",
                        "user",
                        "adf",
                        Outcome.FAILED,
                        "a user of that name exists that the hook did not make: drop it, and run the hook again"));
    }
}
