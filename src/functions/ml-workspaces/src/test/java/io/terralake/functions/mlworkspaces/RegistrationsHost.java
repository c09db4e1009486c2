package io.terralake.functions.mlworkspaces;

import com.azure.storage.queue.QueueClient;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.local.QueueHost;
import io.terralake.functions.mlworkspaces.storage.BlobRequests;
import io.terralake.registration.arm.AzureArm;
import io.terralake.registration.testing.Trust;
import io.terralake.registration.testing.UnsteadyArm;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** An instance of the app over Azurite, in a process of its own: carries out what is in the queue, until it is killed. */
final class RegistrationsHost {
    static final String QUEUE = "registrations";
    static final String POISON = "registrations-poison";

    private RegistrationsHost() {}

    /** @param arguments addresses of blobs, queues and ARM, and the workspaces that are allowed */
    public static void main(String[] arguments) throws InterruptedException {
        LocalStorage storage = new LocalStorage(URI.create(arguments[0]), URI.create(arguments[1]));
        AzureArm arm = AzureArm.connect(
                new AzureArm.Options(arguments[2], "a-token", Duration.ofMillis(5), 2, UnsteadyArm.ADVICE),
                Trust.impatient(HttpClient.newBuilder()));
        Registrar registrar = new Registrar(Targets.of(arguments[3], "sourcedata"), arm, text -> text);
        QueueClient queue = storage.queue(QUEUE);
        try (QueueHost host =
                host(storage, queue, new AcceptedHandler(registrar, new BlobRequests(storage.container(QUEUE))))) {
            while (host.handleBatch() >= 0) {
                Thread.sleep(50);
            }
        }
    }

    /** As Azure's, but messages come back after seconds. */
    static QueueHost host(LocalStorage storage, QueueClient queue, AcceptedHandler handler) {
        return new QueueHost(
                queue, storage.queue(POISON), handler::handle, 1, Duration.ofSeconds(2), 100, message -> {});
    }
}
