/** Axon's buses and processors, as this system wants them. */
@NullMarked
package jp.shomei.app.axon;

import org.jspecify.annotations.NullMarked;
