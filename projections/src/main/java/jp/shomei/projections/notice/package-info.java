/** Remembers where every mailed notice is. */
@NullMarked
package jp.shomei.projections.notice;

import org.jspecify.annotations.NullMarked;
