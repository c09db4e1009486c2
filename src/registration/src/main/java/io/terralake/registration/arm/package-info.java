/** Azure Resource Manager, as far as the hook needs it. */
@NullMarked
package io.terralake.registration.arm;

import org.jspecify.annotations.NullMarked;
