/** Azure SQL: a server that only Entra identities log in to, and its databases. */
@NullMarked
package io.terralake.sql;

import org.jspecify.annotations.NullMarked;
