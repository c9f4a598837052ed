/** Backups over HTTP: having one made, and which there are. */
@NullMarked
package jp.shomei.http.backup;

import org.jspecify.annotations.NullMarked;
