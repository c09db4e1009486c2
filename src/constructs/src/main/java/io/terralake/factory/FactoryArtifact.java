package io.terralake.factory;

import io.terralake.core.BrokenContractException;
import io.terralake.core.Contract;
import software.constructs.IConstruct;

/** Something in a factory that others in it name: a linked service, a dataset, a data flow, a pipeline. */
public interface FactoryArtifact extends IConstruct {

    /** The factory that it is in. Names reach no further: what uses the artifact must be in the same factory. */
    IDataFactory factory();

    /**
     * Makes sure that who names an artifact is in its factory.
     *
     * @param what what the artifact is, such as {@code dataset}
     * @throws BrokenContractException with both factories when it is not
     */
    static void requireSameFactory(IDataFactory user, String what, FactoryArtifact artifact) {
        IDataFactory other = Contract.ask(artifact, "factory", artifact::factory);
        if (!Contract.ask(other, "factoryId", other::factoryId)
                .equals(Contract.ask(user, "factoryId", user::factoryId))) {
            throw new BrokenContractException("the %s %s is in another factory, %s, not in %s"
                    .formatted(
                            what,
                            artifact.getNode().getPath(),
                            other.getNode().getPath(),
                            user.getNode().getPath()));
        }
    }
}
