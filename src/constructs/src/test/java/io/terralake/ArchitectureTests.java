package io.terralake;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.hashicorp.cdktf.Aspects;
import com.hashicorp.cdktf.TerraformElement;
import com.hashicorp.cdktf.TerraformStack;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.monitoring.LogAnalytics;
import io.terralake.monitoring.LogSink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.constructs.Construct;

/** What CONTRIBUTING says about how the library is built, as far as a test can see it. */
class ArchitectureTests {
    private static final String ROOT = "io.terralake.";

    /** What every service stands on; each knows those before it. */
    private static final List<String> LAYERS =
            List.of("policy", "expression", "azure", "settings", "core", "identity", "monitoring", "network");

    /** The services that a service really needs; those that are not named need none. */
    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            entry("apimanagement", Set.of("keyvault")),
            entry("cosmos", Set.of("keyvault")),
            entry("databricks", Set.of("keyvault", "storage")),
            entry("eventgrid", Set.of("eventhub", "functionapp", "storage")),
            entry("eventhub", Set.of("storage")),
            entry("factory", Set.of("databricks", "keyvault", "sql", "storage")),
            entry("functionapp", Set.of("entra", "keyvault", "storage")),
            entry("machinelearning", Set.of("containerregistry", "keyvault", "kubernetes", "storage")),
            entry("patterns", Set.of("databricks", "eventgrid", "factory", "keyvault", "sql", "storage")),
            entry("sql", Set.of("keyvault")),
            entry("storage", Set.of("keyvault")),
            entry("unitycatalog", Set.of("databricks")));

    private static final JavaClasses LIBRARY = classesBeside(PlatformStack.class);
    private static final JavaClasses TESTS = classesBeside(ArchitectureTests.class);

    @ParameterizedTest
    @MethodSource("packages")
    void packagesKnowWhatTheyStandOn(String name) {
        Set<String> known = known(name);
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(describe(
                        "are in the library, but not in " + known,
                        used -> LIBRARY.contain(used.getFullName()) && !known.contains(packageOf(used))))
                .because("layers build on those below, and a service knows another one only where it really needs it:"
                        + " then a new service touches no other package")
                .check(LIBRARY);
    }

    @Test
    void packagesKnowEachOtherInOneDirection() {
        slices().matching(ROOT + "(*)..")
                .should()
                .beFreeOfCycles()
                .because("what knows each other in circles can be understood only at once")
                .check(LIBRARY);
    }

    @Test
    void constructsAreFinal() {
        classes()
                .that(are(publicConstructs()))
                .should()
                .haveModifier(FINAL)
                .orShould()
                .haveModifier(ABSTRACT)
                .orShould()
                .be(PlatformStack.class)
                .because("a construct is used, not extended; only stacks are")
                .check(LIBRARY);
    }

    @Test
    void constructsAreMadeOfScopeIdAndProps() {
        constructors()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(are(publicConstructs()))
                .and()
                .areDeclaredInClassesThat()
                .areNotAssignableTo(PlatformStack.class)
                .should(takeScopeIdAndProps())
                .because("every construct is made alike, by (scope, id) or by (scope, id, props)")
                .check(LIBRARY);
    }

    @Test
    void constructsAreNotCalledConstruct() {
        classes()
                .that()
                .areAssignableTo(Construct.class)
                .should()
                .haveSimpleNameNotEndingWith("Construct")
                .because("a construct is called what it is in Azure")
                .check(LIBRARY);
    }

    @Test
    void constructsKnowWhereTheyAre() {
        classes()
                .that()
                .areAssignableTo(Construct.class)
                .and()
                .areNotAssignableTo(TerraformElement.class)
                .and()
                .areNotAssignableTo(TerraformStack.class)
                .and()
                .areNotInterfaces()
                .should()
                .beAssignableTo(StackPart.class)
                .because("whatever has to ask CDKTF for its stack slows every synth down")
                .check(LIBRARY);
    }

    @Test
    void propsHaveABuilder() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Props")
                .should()
                .beRecords()
                .andShould(haveAStaticBuilder())
                .because("a new property must not break who uses the old ones")
                .check(LIBRARY);
    }

    @Test
    void grantsAreGrants() {
        methods()
                .that()
                .arePublic()
                .and()
                .haveNameStartingWith("grant")
                .should()
                .haveRawReturnType(Grant.class)
                .because("whoever grants can let something wait for it, whatever the grant is made of")
                .check(LIBRARY);
    }

    @Test
    void importedResourcesStandForThoseMadeHere() {
        methods()
                .that()
                .areStatic()
                .and()
                .arePublic()
                .and()
                .haveNameMatching("from.*Id|from.*Ids")
                .and()
                .areDeclaredInClassesThat(are(publicConstructs()))
                .should(returnTheInterfaceOfTheirClass())
                .because("a stack that stands on what a platform team runs reads like any other")
                .check(LIBRARY);
    }

    @Test
    void aspectsGoThroughTheStack() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Aspects.class)
                .because("an aspect in Java costs a walk over all constructs (docs/adr/0005-aspects-from-java.md)")
                .check(LIBRARY);
    }

    @Test
    void packagesSayWhatTheyAreForAndMarkNulls() {
        assertThat(LIBRARY.stream().map(JavaClass::getPackage).distinct())
                .as("packages with a package-info that is annotated NullMarked")
                .allMatch(found -> found.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void testsAreCalledTests() {
        classes()
                .that(describe(
                        "have tests",
                        type -> type.getMethods().stream()
                                .anyMatch(method -> method.isAnnotatedWith(Test.class)
                                        || method.isAnnotatedWith(ParameterizedTest.class))))
                .should()
                .haveSimpleNameEndingWith("Tests")
                .because("the build runs no others")
                .check(TESTS);
    }

    static Set<String> packages() {
        return LIBRARY.stream().map(ArchitectureTests::packageOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a package may know; one that is not a layer is a service. */
    private static Set<String> known(String name) {
        int layer = LAYERS.indexOf(name);
        Set<String> known = new TreeSet<>(layer < 0 ? LAYERS : LAYERS.subList(0, layer));
        known.add(name);
        known.addAll(NEEDED.getOrDefault(name, Set.of()));
        return known;
    }

    /** The package below the root, such as {@code factory} for what is in {@code io.terralake.factory.pipeline}. */
    private static String packageOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }

    private static DescribedPredicate<JavaClass> publicConstructs() {
        return describe(
                "public constructs",
                type -> type.isAssignableTo(Construct.class)
                        && type.getModifiers().contains(PUBLIC));
    }

    private static ArchCondition<JavaConstructor> takeScopeIdAndProps() {
        return new ArchCondition<>("take scope, id and props") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                List<String> given = constructor.getRawParameterTypes().stream()
                        .map(JavaClass::getSimpleName)
                        .toList();
                String props = constructor.getOwner().getSimpleName() + "Props";
                events.add(new SimpleConditionEvent(
                        constructor,
                        given.equals(List.of("Construct", "String"))
                                || given.equals(List.of("Construct", "String", props)),
                        "%s takes %s".formatted(constructor.getOwner().getName(), given)));
            }
        };
    }

    private static ArchCondition<JavaClass> haveAStaticBuilder() {
        return new ArchCondition<>("have a static builder()") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type,
                        type.tryGetMethod("builder")
                                .filter(method -> method.getModifiers().contains(STATIC))
                                .isPresent(),
                        type.getName() + " has no static builder()"));
            }
        };
    }

    /** {@code IKeyVault} of {@code KeyVault}; a log workspace is whatever takes logs. */
    private static ArchCondition<JavaMethod> returnTheInterfaceOfTheirClass() {
        return new ArchCondition<>("return the interface of their class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                JavaClass owner = method.getOwner();
                JavaClass returned = method.getRawReturnType();
                String expected = owner.isEquivalentTo(LogAnalytics.class)
                        ? LogSink.class.getSimpleName()
                        : "I" + owner.getSimpleName();
                events.add(new SimpleConditionEvent(
                        method,
                        returned.getSimpleName().equals(expected)
                                && returned.isInterface()
                                && owner.isAssignableTo(returned.getName()),
                        "%s returns %s, not %s".formatted(method.getFullName(), returned.getSimpleName(), expected)));
            }
        };
    }

    /** The classes of the folder or JAR that a class is in. */
    private static JavaClasses classesBeside(Class<?> type) {
        return new ClassFileImporter()
                .importUrl(type.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void asksNoProgramAtSynth() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "CDKTF asks Terraform for its version at every synth, and fails without it",
                        call -> Set.of("moveFromId", "importFrom").contains(call.getName())))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("com\\.hashicorp\\.cdktf\\.(DataResource|CloudBackend)")
                .check(LIBRARY);
    }
}
