/** The documents behind the mailroom's screens, and the fold that makes them. */
@NullMarked
package jp.shomei.projections.notice.view;

import org.jspecify.annotations.NullMarked;
