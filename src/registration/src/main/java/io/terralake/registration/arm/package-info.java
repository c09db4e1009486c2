/** Azure Resource Manager, as far as registrations and the deploy hook need it. */
@NullMarked
package io.terralake.registration.arm;

import org.jspecify.annotations.NullMarked;
