/** Backups of the embedded data: making them while the system works, checking them, going back to one. */
@NullMarked
package jp.shomei.app.backup;

import org.jspecify.annotations.NullMarked;
