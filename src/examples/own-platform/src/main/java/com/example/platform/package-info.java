/** The stacks. */
@NullMarked
package com.example.platform;

import org.jspecify.annotations.NullMarked;
