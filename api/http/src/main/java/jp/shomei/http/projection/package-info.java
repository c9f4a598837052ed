/** Read models over HTTP: where they stand, and rebuilding them. */
@NullMarked
package jp.shomei.http.projection;

import org.jspecify.annotations.NullMarked;
