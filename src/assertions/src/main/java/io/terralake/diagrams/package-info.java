/** Pictures of what CDKTF stacks synthesize to, drawn without knowing any service. */
@NullMarked
package io.terralake.diagrams;

import org.jspecify.annotations.NullMarked;
