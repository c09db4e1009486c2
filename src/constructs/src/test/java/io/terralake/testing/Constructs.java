package io.terralake.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.network.ImportedNetworkProps;
import io.terralake.network.Network;
import io.terralake.network.PrivateNetwork;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.ZoneProps;
import java.lang.reflect.InvocationTargetException;
import java.util.stream.Stream;
import software.constructs.Construct;

/** Every construct of the library by its properties, for tests that look at all of them. */
public final class Constructs {
    private Constructs() {}

    /** The properties of all constructs. */
    public static Stream<Class<? extends Record>> props() {
        return new ClassFileImporter()
                        .importUrl(PlatformStack.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation())
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("Props"))
                        .map(JavaClass::reflect)
                        .map(type -> type.asSubclass(Record.class));
    }

    /** Makes the construct whose properties these are, and throws what it throws. */
    public static void make(PlatformStack stack, String id, Record props) {
        if (props instanceof ZoneProps zone) {
            new DataLake(stack, id, DataLakeProps.builder().build()).addZone("silver", zone);
        } else if (props instanceof ImportedNetworkProps network) {
            stack.share(Network.class, PrivateNetwork.fromVirtualNetworkId(stack, id, network));
            new KeyVault(stack, id + "Vault", KeyVaultProps.builder().build());
        } else {
            make(props.getClass().getName().replaceFirst("Props$", ""), stack, id, props);
        }
    }

    private static void make(String construct, PlatformStack stack, String id, Record props) {
        try {
            Class.forName(construct)
                    .getConstructor(Construct.class, String.class, props.getClass())
                    .newInstance(stack, id, props);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s is made otherwise: say how".formatted(construct), e);
        }
    }
}
