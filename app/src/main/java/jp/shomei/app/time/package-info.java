/** Which clock the system lives by. */
@NullMarked
package jp.shomei.app.time;

import org.jspecify.annotations.NullMarked;
