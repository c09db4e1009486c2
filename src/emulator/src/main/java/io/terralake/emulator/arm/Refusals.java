package io.terralake.emulator.arm;

import java.util.List;

/** Every {@link Refusal}. */
final class Refusals {
    private Refusals() {}

    static List<Refusal> all(ResourceTypes types, Singletons singletons, Operations operations, Rights rights) {
        return List.of(
                new MissingGroup(),
                new MissingParent(types, singletons),
                new IllegalName(types),
                new TakenName(types),
                new DeletedName(),
                new Locked(),
                new AssignedTwice(),
                new PastBudget(),
                new SubnetInUse(),
                new SubnetRange(),
                new FactoryReference(),
                new EndpointsAtOnce(operations),
                new YoungRight(rights));
    }
}
