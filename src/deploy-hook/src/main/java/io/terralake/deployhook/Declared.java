package io.terralake.deployhook;

import io.terralake.declarations.HookDeclaration;
import io.terralake.registration.input.Problems;

/**
 * A declaration and where it stands.
 *
 * @param place for problems that show when declarations are put together
 * @param owner the stack, whose users it declares
 * @param declaration what the stack declared
 */
record Declared(Problems place, String owner, HookDeclaration declaration) {}
