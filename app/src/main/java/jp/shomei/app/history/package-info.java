/** The history as it is stored, event by event, with nothing upcast. */
@NullMarked
package jp.shomei.app.history;

import org.jspecify.annotations.NullMarked;
