/** Sending commands and queries for whoever called. */
@NullMarked
package jp.shomei.http.message;

import org.jspecify.annotations.NullMarked;
