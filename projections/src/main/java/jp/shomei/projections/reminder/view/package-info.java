/** What the query side sees of the reminder queue. */
@NullMarked
package jp.shomei.projections.reminder.view;

import org.jspecify.annotations.NullMarked;
