/** The durable store: what cannot be rebuilt lives here, and is on disk when it is acknowledged. */
@NullMarked
package jp.shomei.app.durable;

import org.jspecify.annotations.NullMarked;
