/** The clock over HTTP. */
@NullMarked
package jp.shomei.http.time;

import org.jspecify.annotations.NullMarked;
