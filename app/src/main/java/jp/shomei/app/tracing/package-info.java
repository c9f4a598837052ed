/** Follows one request through commands, events, reactions and read models, where that is wanted. */
@NullMarked
package jp.shomei.app.tracing;

import org.jspecify.annotations.NullMarked;
