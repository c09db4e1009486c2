/** Azure AI Search, and how pipelines use it. */
@NullMarked
package com.example.search;

import org.jspecify.annotations.NullMarked;
