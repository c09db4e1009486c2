/** HTTPS on this machine, with a certificate of its own, and the proxy that leads names of Azure to it. */
@NullMarked
package io.terralake.emulator.http;

import org.jspecify.annotations.NullMarked;
