/** Remembers where every certificate stands. */
@NullMarked
package jp.shomei.projections.certificate;

import org.jspecify.annotations.NullMarked;
