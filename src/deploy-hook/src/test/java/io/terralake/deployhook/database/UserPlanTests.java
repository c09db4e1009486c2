package io.terralake.deployhook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UserPlanTests {
    private static final String STACK = "dev-loans";
    private static final String SID = Sid.of("00112233-4455-6677-8899-aabbccddeeff");
    private static final String OTHER_SID = Sid.of("11111111-1111-1111-1111-111111111111");
    private static final WantedUser FACTORY = new WantedUser(
            "adf",
            SID,
            false,
            Set.of("db_datareader"),
            Set.of("[dbo].[usp_GetWatermark]", "[dbo].[usp_UpdateWatermark]"));
    private static final List<Right> ITS_RIGHTS =
            List.of(Right.execute("[dbo].[usp_GetWatermark]"), Right.execute("[dbo].[usp_UpdateWatermark]"));

    /** The bytes that SQL Server shows for this GUID. */
    @Test
    void writesGuidsAsSqlServerKeepsThem() {
        assertThat(SID).isEqualTo("0x33221100554477668899AABBCCDDEEFF");
        assertThatThrownBy(() -> Sid.of("mine"))
                .hasMessage("\"mine\" is no GUID such as 11111111-2222-3333-4444-555555555555");
    }

    @Test
    void makesAUserWithExactlyItsRights() {
        UserPlan plan = plan(List.of(FACTORY));
        assertThat(plan.statements())
                .containsExactly(
                        "CREATE USER [adf] WITH SID = 0x33221100554477668899AABBCCDDEEFF, TYPE = E;",
                        "EXECUTE sys.sp_addextendedproperty @name = N'terralake', @value = N'dev-loans',"
                                + " @level0type = N'USER', @level0name = N'adf';",
                        "ALTER ROLE [db_datareader] ADD MEMBER [adf];",
                        "GRANT EXECUTE ON [dbo].[usp_GetWatermark] TO [adf];",
                        "GRANT EXECUTE ON [dbo].[usp_UpdateWatermark] TO [adf];");
        assertThat(plan.items())
                .containsExactly(
                        new Item("loans", "user", "adf", Outcome.CREATED, String.join("\n", plan.statements())));
    }

    @Test
    void writesNamesAsNames() {
        WantedUser group = new WantedUser("o'people]", SID, true, Set.of("a]b"), Set.of());
        assertThat(plan(List.of(group)).statements())
                .containsExactly(
                        "CREATE USER [o'people]]] WITH SID = 0x33221100554477668899AABBCCDDEEFF, TYPE = X;",
                        "EXECUTE sys.sp_addextendedproperty @name = N'terralake', @value = N'dev-loans',"
                                + " @level0type = N'USER', @level0name = N'o''people]';",
                        "ALTER ROLE [a]]b] ADD MEMBER [o'people]]];");
    }

    /** SQL Server's names have no case. */
    @Test
    void changesNothingThatIsRight() {
        ExistingUser found = existing(
                "ADF",
                SID.toLowerCase(Locale.ROOT),
                STACK,
                Set.of("DB_DataReader"),
                List.of(Right.execute("[dbo].[USP_GetWatermark]"), Right.execute("[dbo].[usp_UpdateWatermark]")));
        UserPlan plan = plan(List.of(FACTORY), found);
        assertThat(plan.statements()).isEmpty();
        assertThat(plan.items()).extracting(Item::outcome).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void revokesWhatIsGrantedNoLonger() {
        ExistingUser found = existing(
                "adf",
                SID,
                STACK,
                Set.of("db_datareader", "db_owner"),
                List.of(Right.execute("[dbo].[usp_GetWatermark]"), Right.execute("[dbo].[usp_Old]")));
        UserPlan plan = plan(List.of(FACTORY), found);
        assertThat(plan.statements())
                .containsExactly(
                        "ALTER ROLE [db_owner] DROP MEMBER [adf];",
                        "REVOKE EXECUTE ON [dbo].[usp_Old] FROM [adf];",
                        "GRANT EXECUTE ON [dbo].[usp_UpdateWatermark] TO [adf];");
        assertThat(plan.items()).extracting(Item::outcome).containsExactly(Outcome.UPDATED);
    }

    /** A right of any class is one that nobody declared, and one that may be handed on is more than was declared. */
    @Test
    void revokesRightsOfEveryClass() {
        ExistingUser found = existing(
                "adf",
                SID,
                STACK,
                Set.of("db_datareader"),
                List.of(
                        new Right("CREATE TABLE", "", false),
                        new Right("SELECT", "OBJECT::[dbo].[loans]", false),
                        new Right("UPDATE ([id])", "OBJECT::[dbo].[loans]", false),
                        new Right("CONTROL", "SCHEMA::[dbo]", true),
                        new Right("IMPERSONATE", "USER::[dbo]", false),
                        new Right("EXECUTE", "OBJECT::[dbo].[usp_GetWatermark]", true),
                        Right.execute("[dbo].[usp_UpdateWatermark]")));
        assertThat(plan(List.of(FACTORY), found).statements())
                .containsExactly(
                        "REVOKE CREATE TABLE FROM [adf];",
                        "REVOKE SELECT ON OBJECT::[dbo].[loans] FROM [adf];",
                        "REVOKE UPDATE ([id]) ON OBJECT::[dbo].[loans] FROM [adf];",
                        "REVOKE CONTROL ON SCHEMA::[dbo] FROM [adf] CASCADE;",
                        "REVOKE IMPERSONATE ON USER::[dbo] FROM [adf];",
                        "REVOKE GRANT OPTION FOR EXECUTE ON [dbo].[usp_GetWatermark] FROM [adf] CASCADE;");
    }

    @Test
    void saysThatItCannotRevokeARareRight() {
        ExistingUser found = new ExistingUser(
                "adf", SID, true, STACK, Set.of(), ITS_RIGHTS, List.of(), List.of("CONTROL on CERTIFICATE"));
        UserPlan plan = plan(List.of(FACTORY), found);
        assertThat(plan.statements()).isEmpty();
        assertThat(plan.items().get(0).detail())
                .isEqualTo("it has rights that the hook cannot revoke, revoke them by hand: [CONTROL on CERTIFICATE]");
    }

    @Test
    void removesUsersOfItsStackThatNobodyDeclaresAndNoOthers() {
        ExistingUser gone = existing("old", OTHER_SID, STACK, Set.of(), List.of());
        ExistingUser others = existing("other", SID, "dev-cars", Set.of(), List.of());
        ExistingUser somebody = existing("dba", SID, null, Set.of("db_owner"), List.of());
        UserPlan plan = plan(List.of(), gone, others, somebody);
        assertThat(plan.statements()).containsExactly("DROP USER [old];");
        assertThat(plan.items()).containsExactly(new Item("loans", "user", "old", Outcome.REMOVED, "DROP USER [old];"));
    }

    /** SQL Server drops nobody who granted something to others. */
    @Test
    void takesBackWhatAUserHandedOnBeforeItGoes() {
        ExistingUser gone =
                existing("old", SID, STACK, Set.of(), List.of(new Right("SELECT", "OBJECT::[dbo].[loans]", true)));
        assertThat(plan(List.of(), gone).statements())
                .containsExactly("REVOKE SELECT ON OBJECT::[dbo].[loans] FROM [old] CASCADE;", "DROP USER [old];");
    }

    @Test
    void aUserThatCannotBeDroppedKeepsNoOtherFromItsRights() {
        ExistingUser owner = new ExistingUser(
                "old", OTHER_SID, true, STACK, Set.of(), List.of(), List.of("schema [x]", "role [y]"), List.of());
        UserPlan plan = plan(List.of(FACTORY), owner);
        assertThat(plan.items()).extracting(Item::outcome).containsExactly(Outcome.FAILED, Outcome.CREATED);
        assertThat(plan.items().get(0).detail())
                .isEqualTo("it cannot be dropped while it owns schema [x], role [y]: give that to another by ALTER"
                        + " AUTHORIZATION, and run the hook again");
        assertThat(plan.statements()).hasSize(5);
    }

    @Test
    void makesAUserAnewWhoseIdentityWasMadeAnew() {
        ExistingUser found = existing("adf", OTHER_SID, STACK, FACTORY.roles(), ITS_RIGHTS);
        UserPlan plan = plan(List.of(FACTORY), found);
        assertThat(plan.statements())
                .startsWith("DROP USER [adf];", "CREATE USER [adf] WITH SID = %s, TYPE = E;".formatted(SID))
                .contains("ALTER ROLE [db_datareader] ADD MEMBER [adf];");
        assertThat(plan.items()).extracting(Item::outcome).containsExactly(Outcome.UPDATED);
    }

    @Test
    void leavesUsersOfOthersAlone() {
        refuses(
                existing("adf", SID, null, Set.of(), List.of()),
                "a user of that name exists that the hook did not make: drop it, and run the hook again");
        refuses(
                new ExistingUser("adf", "null", false, null, Set.of(), List.of(), List.of(), List.of()),
                "a user or role of that name exists that the hook did not make: drop it, and run the hook again");
        refuses(
                existing("adf", SID, "dev-cars", Set.of(), List.of()),
                "it belongs to the stack \"dev-cars\": grant what it needs there, or give it up there first");
        refuses(
                existing("factory", SID, null, Set.of(), List.of()),
                "its identity is the user \"factory\" here already: an identity can be one user only");
    }

    /** A user that got another name goes before it comes again. */
    @Test
    void renamesAUser() {
        ExistingUser found = existing("factory", SID, STACK, Set.of(), List.of());
        assertThat(plan(List.of(FACTORY), found).items())
                .extracting(Item::outcome)
                .containsExactly(Outcome.REMOVED, Outcome.CREATED);
    }

    private static void refuses(ExistingUser found, String why) {
        UserPlan plan = plan(List.of(FACTORY), found);
        assertThat(plan.statements()).isEmpty();
        assertThat(plan.items()).containsExactly(new Item("loans", "user", "adf", Outcome.FAILED, why));
    }

    private static UserPlan plan(List<WantedUser> wanted, ExistingUser... existing) {
        return UserPlan.of("loans", STACK, wanted, List.of(existing));
    }

    private static ExistingUser existing(
            String name, String sid, @Nullable String owner, Set<String> roles, List<Right> rights) {
        return new ExistingUser(name, sid, true, owner, roles, rights, List.of(), List.of());
    }
}
