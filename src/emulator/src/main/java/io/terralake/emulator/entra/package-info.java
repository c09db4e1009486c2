/** Microsoft Entra ID: tokens that say nothing, and the directory as far as Microsoft Graph shows it. */
@NullMarked
package io.terralake.emulator.entra;

import org.jspecify.annotations.NullMarked;
