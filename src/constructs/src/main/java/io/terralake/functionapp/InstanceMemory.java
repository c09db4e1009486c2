package io.terralake.functionapp;

/**
 * The memory of an instance; CPUs and network come with it.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#instance-sizes">Flex Consumption: instance
 *     sizes</a>
 */
public enum InstanceMemory {
    /** A quarter of a CPU. */
    MB_512(512),
    /** One CPU. */
    MB_2048(2048),
    /** Two CPUs. */
    MB_4096(4096);

    private final int megabytes;

    InstanceMemory(int megabytes) {
        this.megabytes = megabytes;
    }

    int megabytes() {
        return megabytes;
    }
}
