/** How fast read models are built, measured beside how fast their events are read. */
@NullMarked
package jp.shomei.app.rebuild;

import org.jspecify.annotations.NullMarked;
