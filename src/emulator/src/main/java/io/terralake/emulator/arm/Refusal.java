package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/** Something that Azure refuses and Terraform's providers do not know. */
interface Refusal {

    /** By which it is switched off, the code that Azure answers with. */
    String code();

    /** In one sentence. */
    String says();

    /** A page that says so. */
    String source();

    /** The refusal; empty when the request may go on. */
    Optional<Reply> refuse(Request request, ResourceId id, Store store);
}
